import { cherryPick } from "../../../schemas/plan/cherry-pick.ts";
import { onCall } from "../../../schemas/plan/on-call.ts";
import { planInput } from "../../../schemas/plan/plan.ts";
import { planExceptions } from "../../../schemas/plan/plan-exception.ts";
import type { Examples, NamedSchema } from "../../resource.ts";

const { scoring, sla, reclaim, offers, duplicates, ramp, continuity, checklists, progressive, tiers } = planInput.shape;

const block = (id: string, schema: NamedSchema["schema"], description: string, examples: Examples): NamedSchema => ({
  id,
  side: "request",
  schema,
  description,
  examples,
});

/** The plan's optional parts: what is left out has the default shown, and so has each field left out inside. */
export const planBlocks: readonly NamedSchema[] = [
  block(
    "Scoring",
    scoring,
    "Points by visible rules, each explained by its `why` (B1–B3). `hot` and `warm` are the scores from which a lead counts as such; below `handoverAt` it is nurtured.",
    {
      byIntent: {
        base: 40,
        rules: [
          { when: { field: "timeline", op: "eq", value: "now" }, points: 25, why: "wants to act now" },
          { when: { field: "phone", op: "exists" }, points: 10, why: "can be called" },
        ],
        hot: 70,
        warm: 45,
        handoverAt: 30,
      },
    },
  ),
  block(
    "Sla",
    sla,
    "How soon an offer is to be answered and the person contacted, by temperature (D1, D2); when the leader is told, and when a backup agent gets the lead.",
    {
      officeHours: {
        hot: {
          acceptWithin: "PT5M",
          contactWithin: "PT15M",
          notifyLeaderAfter: "PT15M",
          reassignAfter: "PT30M",
        },
        warm: { acceptWithin: "PT1H", contactWithin: "PT4H" },
        clock: "businessHours",
      },
    },
  ),
  block(
    "Reclaim",
    reclaim,
    "When a lead is taken back (D3): without contact, after attempts that did not reach the person, without progress, and at the end of the ownership.",
    { strict: { noContactAfter: "PT24H", notConvertedAfter: "P10D", minAttempts: 3, ownership: { hot: "P21D" } } },
  ),
  block("Offers", offers, "How many agents are asked, and who gets the lead when none of them accepts (D1).", {
    toManager: { max: { hot: 2, warm: 4, cold: 4 }, then: "manager", managerId: "martin-krause" },
    sameForAll: { max: 3 },
  }),
  block("Duplicates", duplicates, "How long a person counts as known (A3).", { halfYear: { window: "P26W" } }),
  block(
    "Ramp",
    ramp,
    "A new agent's part of a full turn, until so long after `startedOn` (C3). After the last step the weight counts alone.",
    {
      thirdThenHalf: [
        { until: "P30D", share: 0.3333 },
        { until: "P60D", share: 0.5 },
      ],
    },
  ),
  block(
    "Continuity",
    continuity,
    "Who is known goes to the same agent, while that agent is available (C12). `asRule`: only where a rule's method is `owner`.",
    { accountsToo: { account: true, restingPeriod: "P90D", place: "before" } },
  ),
  block(
    "Tiers",
    tiers,
    "Performance tiers (C4) of rules whose method is `tiers`: their shares in percent, together 100; the conversions they ask for; and how agents move, after `promoteAfter` quarterly reviews in a row. `benchmark` judges by what each agent's sources usually convert; with `sameSources` each source rotates by itself, so that every tier gets the same mix. Newcomers stand beside the tiers, each with as much as between a member of B and one of C (C3).",
    {
      usual: {
        shares: { A: 40, B: 35, C: 25 },
        bars: { A: 0.3, B: 0.2 },
        promoteAt: { B: 0.22 },
        promoteAfter: 2,
        review: "confirm",
        newcomers: { minLeads: 50, probation: "P60D" },
      },
    },
  ),
  block(
    "CherryPick",
    cherryPick,
    "The guard rails around leads that agents pick themselves, by rules whose method is `cherryPick` (C10, section E). Each is on unless it is set to `false`, but `access` and `acceptance`, which are off until the plan has them. `quotas`: claims in any sixty minutes, a day and a week (from Monday) of the tenant's zone. `windows`: the time to choose from the list and with a lead's details open, then a cool-down. `ratios`: after so many hot ones in a row one that is not, once in so many an aged or cold one, as long as there is one for the agent to take. `misses`: what follows for the agent when a picked lead is not contacted within `contactWithin`; the lead is offered to somebody else, by the rule's `assignFirst` or in turn over its `pool`, and posted again when nobody takes it. `access`: tiers by results, the second and third pick later. `transparency`: how much the list shows.",
    {
      strict: {
        transparency: "limited",
        windows: { list: "PT30S", details: "PT2M" },
        contactWithin: "PT1H",
        access: { second: "PT15M", last: "assignedOnly" },
        acceptance: { minimum: 0.8 },
        quotas: { perDay: 8, perHour: 3, perWeek: 30 },
      },
      quotasOnly: { windows: false, ratios: false, misses: false },
    },
  ),
  block(
    "Checklists",
    checklists,
    "What an ISA finds out before a lead is handed over (C6), for people who buy (rent, invest) and who sell (let). A lead whose side is not known needs either list. An empty list: leads of that side can be handed over at once.",
    {
      shorterForBuyers: {
        buyer: [
          { id: "financing", label: { de: "Finanzierung geklärt", en: "Financing settled" } },
          { id: "budget", label: "Budget", type: "number" },
          { id: "pets", label: { de: "Haustiere", en: "Pets" }, type: "text", required: false },
        ],
      },
    },
  ),
  block(
    "Progressive",
    progressive,
    "What a lead's later behaviour brings about (C16), asked after each engagement while somebody owns the lead, each rule once for a lead: `notify` tells the owner and a specialist, `reassign` gives the lead to a specialist (never past an ISA's checklist). Beside a rule's fields `when` may ask for `status`, `engagement.type`, `engagement.detail`, `engagement.count` (this type so far), `engagement.sinceContact` (since first contact) and `engagement.total`.",
    {
      luxuryPages: [
        {
          id: "luxury-pages",
          name: "Looks at villas",
          when: {
            all: [
              { field: "engagement.type", op: "eq", value: "luxuryPage" },
              { field: "engagement.sinceContact", op: "gte", value: 3 },
            ],
          },
          pool: { skills: ["luxury"] },
          do: "reassign",
        },
      ],
    },
  ),
  block(
    "OnCall",
    onCall,
    "What becomes of leads outside business hours (C17): `normal`, routed as ever; `hold`, they wait until the business opens and then go out in order of arrival, with deadlines from then on; `onCall`, to whoever is on call. A rota covers every instant; turns are whole local days.",
    {
      weekly: {
        outsideHours: "onCall",
        rota: { agents: ["anna-weber", "ben-yilmaz"], turn: "P7D", startsOn: "2026-11-02", changesAt: "08:00" },
      },
      holdButHot: { outsideHours: "hold", holdHot: false },
      aroundTheClock: {
        rota: {
          turn: "P1D",
          startsOn: "2026-11-02",
          shifts: [
            { from: "06:00", agents: ["anna-weber", "ben-yilmaz"] },
            { from: "14:00", agents: ["cem-kaya"] },
            { from: "22:00", agents: ["dana-roth", "emil-voss"] },
          ],
        },
      },
    },
  ),
  block(
    "Exceptions",
    planExceptions,
    "For a while a rule does not apply (`disabled`), or distributes by another method (D4); of several for one rule the first counts. `to` is not included.",
    {
      fairAndHolidays: [
        {
          ruleId: "sellers",
          from: "2026-12-01T08:00:00Z",
          to: "2026-12-04T17:00:00Z",
          method: { type: "roundRobin", pool: { team: "inside" } },
          reason: "the field team is at the fair",
        },
        { ruleId: "sellers", from: "2026-12-24T00:00:00Z", to: "2026-12-27T00:00:00Z", disabled: true },
      ],
    },
  ),
];
