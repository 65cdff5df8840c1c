import { type LeadActionType, leadActionInputs } from "../../../schemas/lead/lead-actions.ts";
import { leadResource } from "../../answers/lead.ts";
import type { Examples, NamedSchema, Operation, Parameter, Resource } from "../../resource.ts";

interface ActionText {
  readonly summary: string;
  readonly description: string;
  readonly examples: Examples;
  readonly fields?: Readonly<Record<string, string>>;
}

const texts: Readonly<Record<LeadActionType, ActionText>> = {
  accept: {
    summary: "Accept the offer",
    description: "The lead is the caller's from now on; the time for first contact begins (D2).",
    examples: { accept: {} },
  },
  decline: {
    summary: "Decline the offer",
    description: "The next agent is asked at once; the caller is not asked about this lead again (D1).",
    examples: { noTime: { reason: "No time today" } },
  },
  claim: {
    summary: "Claim a lead from the pool",
    description:
      "The first to claim it has it (C9); the others are told that it is `taken`. One that is to be picked passes the guard rails of the plan first (C10): 409 `/guard-rail` with `reason` (`quota`, `ratio`, `cooldown`, `accessDelay`, `suspended`, `held`, `missed`), mostly `until`, and words that say what to do next. Who is paused or away takes nothing from the pool, and nobody takes more than there is room for: 409 `/agent-unavailable` with `reason`. Outside of working hours a claim is welcome.",
    examples: { claim: {} },
  },
  open: {
    summary: "Open the details of a lead that is to be picked",
    description:
      "It is `held` for the caller for as long as the plan's `cherryPick.windows.details` says (`deadlines.hold`), and shows more than the list (E2); then claim it, or leave it: it goes back to the pool by itself, and a cool-down follows. One lead at a time: opening another gives this one back, and opening it again goes on with what is left of its time. Of several opened at once one stays open, the others answer 409 `/opened-another`. Where the plan has no windows nothing is held, and the answer is the lead. 409 `/guard-rail` with `reason` and mostly `until` when the caller may not pick it now; `reason: held` while somebody else has it open.",
    examples: { open: {} },
  },
  contact: {
    summary: "Log a contact or an attempt",
    description: "Only `reached` is contact; every other outcome is an attempt (D3). Automated mail does not count.",
    examples: {
      reached: { channel: "call", outcome: "reached", note: "Wants to see the flat on Friday" },
      attempt: { channel: "call", outcome: "noAnswer" },
    },
    fields: { note: "For colleagues; kept with the person's data, not in the history." },
  },
  qualify: {
    summary: "Mark as qualified",
    description:
      "With the handover criteria of the lead's side and what was found (C6); what was found before stays. 422 names the criteria there are.",
    examples: {
      buyer: { checklist: { incomeVerified: true, preApproval: true, timeFrame: "three months", areas: "Mitte" } },
    },
    fields: {
      checklist: "By the criteria's ids: true or false, or a number or a short text where the criterion takes it.",
    },
  },
  handover: {
    summary: "Hand over to a field agent",
    description:
      "To the one named, who is given it, or to whom the plan's rules for handed-over leads offer it (C6). 409 `/handover-incomplete` names the required criteria that are not met; a leader or manager may hand over all the same, with a reason.",
    examples: {
      byPlan: {},
      toAgent: { to: "anna-berger" },
      byLeader: { reason: "Wants to view the house today" },
    },
    fields: { to: "A field agent who is available.", reason: "Needed of leaders when the checklist is not complete." },
  },
  appointment: {
    summary: "Log an appointment, or what became of it",
    description: "An appointment ahead keeps the ownership until then (D3).",
    examples: {
      agreed: { at: "2026-11-27T14:00:00Z" },
      noShow: { at: "2026-11-27T14:00:00Z", outcome: "noShow" },
    },
  },
  convert: {
    summary: "Log the deal",
    description: "Closes the lead as `converted`.",
    examples: { sold: { value: { amount: 12500, currency: "EUR" } } },
    fields: {},
  },
  lose: {
    summary: "Log the loss",
    description:
      "Closes the lead as `lost`. Whoever picked it logs a contact or an attempt before: 409 `/contact-first` (E3).",
    examples: { elsewhere: { reason: "Bought elsewhere" } },
  },
  unqualify: {
    summary: "Mark as no real lead",
    description:
      "Closes the lead as `unqualified`; the reason goes back to its source and to marketing (B5). Whoever picked it logs a contact or an attempt before: 409 `/contact-first` (E3).",
    examples: { wrong: { reason: "Wrong number, no such person" } },
  },
  feedback: {
    summary: "Rate the lead",
    description: "How good the lead was (B5).",
    examples: { good: { rating: 5, comment: "Knew exactly what she wanted" } },
  },
  engagement: {
    summary: "Note what the person did",
    description: "Moves the lead's score, as marketing's reports do (B3).",
    examples: { visit: { type: "visitedOffice", detail: "Asked for Anna" } },
  },
  assign: {
    summary: "Give the lead to an agent",
    description:
      "A leader's choice, with a reason that stays in the history (D7). The same checks as in routing apply. Given to whoever works on it already, it stays there longer: the days of the ownership and those without progress begin anew (D3; `lead.updated` with outcome `prolonged`).",
    examples: { leader: { agentId: "paul-winter", reason: "Knows the street" } },
  },
  return: {
    summary: "Report a bad lead, or return it to its source",
    description:
      "An owner reports it and keeps it for now (`returnAsked`, `lead.updated` with outcome `returnAsked`). A leader, manager or admin returns it, reported or not: it is `returned` for good, its source is told, and the turn it used up comes back to whose it was (A6). With `refuse` they close the report instead (`returnRefused`). After the source's time for returns: 409 `/return-too-late`.",
    examples: {
      report: { reason: "The number belongs to somebody else" },
      refuse: { reason: "Called: he is the right one", refuse: true },
    },
    fields: { refuse: "Leaders, managers and admins only: the lead is fine, the report is closed." },
  },
  complain: {
    summary: "Complain about how the lead was given out",
    description:
      "For whoever sees the lead, was asked about it, or saw it in the pool before somebody claimed it; whatever its status, unless it is erased (F4). About the latest decision, and once: asking again changes nothing. Neither the lead nor its deadlines change. Who leads the caller's team is told, or the managers when the decision was the leader's own; `complaint` in the answer says who, and what happens next. The reason is shown to them, in the lead and in the report on picking, and is erased with the lead.",
    examples: { unfair: { reason: "The third lead in my street this week that went to another team" } },
  },
};

const actions = Object.keys(leadActionInputs) as LeadActionType[];

const inputs: Readonly<Record<string, NamedSchema>> = Object.fromEntries(
  actions.map((action) => [
    action,
    {
      id: `${action[0]?.toUpperCase()}${action.slice(1)}Action`,
      side: "request",
      schema: leadActionInputs[action],
      ...texts[action],
    } satisfies NamedSchema & ActionText,
  ]),
);

const shareParameter: Parameter = {
  name: "share",
  description:
    "On which share of a lead that was shared (C11). A recipient need not name it: left out, it is the caller's own.",
  schema: { type: "string", pattern: "^([1-9]|10)$" },
};

const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  actions.flatMap((action) => {
    const schema = inputs[action];
    const { summary, description } = texts[action];
    return schema === undefined
      ? []
      : [
          [
            `POST /v1/leads/{id}/${action}`,
            {
              id: `${action}Lead`,
              summary,
              description,
              query: [shareParameter],
              body: { schema, required: needsFields(schema) },
              answers: { 200: { description: "The lead as it is now.", schema: leadResource } },
              problems: [409, 503],
              localized: true,
            },
          ],
        ];
  }),
);

/** Whether an empty body is refused. */
function needsFields({ schema }: NamedSchema): boolean {
  return !schema.safeParse({}).success;
}

export const leadActions: Resource = {
  tag: "Actions on leads",
  about:
    "What the people who work with a lead do with it. Each answers with the lead; 409 `/wrong-state` when its status does not allow it.",
  schemas: Object.values(inputs),
  operations,
};
