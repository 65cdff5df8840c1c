import * as z from "zod";
import type { dimensions } from "../../domain/simulation/distribution.ts";
import { placementOutcomes, worlds } from "../../domain/simulation/placement.ts";
import { toldDecision } from "../../schemas/lead/decision.ts";
import { isoInstant, slug } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";

const world = z.enum(worlds);
const perWorld = <T extends z.ZodType>(value: T) =>
  z.strictObject({ recorded: value.optional(), present: value.optional(), changed: value.optional() });
const counts = perWorld(z.number());

const fate = z.strictObject({
  outcome: z.enum(placementOutcomes),
  agentId: slug.optional(),
  recipients: z.array(slug).optional(),
  ruleId: z.string().optional(),
});

const table = z.array(z.strictObject({ key: z.string(), leads: counts, share: counts }));

export const simulationAnswer: NamedSchema = {
  id: "PlanSimulation",
  side: "answer",
  schema: z.strictObject({
    leads: z.number().int(),
    leftOut: z.number().int(),
    openFor: z.string(),
    compared: z.array(world),
    tables: z.strictObject({
      outcome: table,
      agent: table,
      tier: table,
      area: table,
      source: table,
      temperature: table,
      rule: table,
    } satisfies Record<(typeof dimensions)[number], typeof table>),
    turns: z.array(z.strictObject({ agentId: slug, turns: counts, due: counts, deviation: counts })),
    waited: z.strictObject({ leads: counts, longest: perWorld(z.string()) }),
    against: world.optional(),
    changed: z.strictObject({
      count: z.number().int(),
      items: z.array(
        z.strictObject({
          lead: z.string(),
          receivedAt: isoInstant,
          from: fate,
          to: fate,
          why: z.string(),
          decision: toldDecision.optional(),
        }),
      ),
    }),
  }),
  description:
    "Who would have received what (F9): by the changed plan, by the present one, and as it was recorded, side by side. Ids and numbers only.",
  fields: {
    leftOut: "Past leads that were not replayed (erased, rejected, test), and given ones outside the time.",
    openFor: "How long a lead was taken to stay with its agent.",
    compared: "`changed`: by the plan sent; `present`: by the plan in force; `recorded`: what happened.",
    tables: "Leads and their part of all (0–1), counted by each of these.",
    turns: "The rotations' turns by agent, those that were due, and the difference, in leads.",
    waited: "Leads that nobody could take at once, and the longest wait.",
    against: "What `changed` compares with.",
    changed: "Leads with another fate than before: how many, and the first hundred.",
  },
  examples: {
    specialists: {
      leads: 2,
      leftOut: 0,
      openFor: "P14D",
      compared: ["present", "changed"],
      tables: {
        outcome: [{ key: "agent", leads: { present: 2, changed: 2 }, share: { present: 1, changed: 1 } }],
        agent: [
          { key: "anna-berger", leads: { present: 1, changed: 0 }, share: { present: 0.5, changed: 0 } },
          { key: "emre-kaya", leads: { present: 1, changed: 2 }, share: { present: 0.5, changed: 1 } },
        ],
        tier: [{ key: "–", leads: { present: 2, changed: 2 }, share: { present: 1, changed: 1 } }],
        area: [{ key: "mitte", leads: { present: 2, changed: 2 }, share: { present: 1, changed: 1 } }],
        source: [{ key: "website", leads: { present: 2, changed: 2 }, share: { present: 1, changed: 1 } }],
        temperature: [{ key: "hot", leads: { present: 2, changed: 2 }, share: { present: 1, changed: 1 } }],
        rule: [
          { key: "all", leads: { present: 2, changed: 1 }, share: { present: 1, changed: 0.5 } },
          { key: "sellers", leads: { present: 0, changed: 1 }, share: { present: 0, changed: 0.5 } },
        ],
      },
      turns: [
        {
          agentId: "emre-kaya",
          turns: { present: 1, changed: 2 },
          due: { present: 1, changed: 1.5 },
          deviation: { present: 0, changed: 0.5 },
        },
      ],
      waited: { leads: { present: 0, changed: 0 }, longest: { present: "PT0S", changed: "PT0S" } },
      against: "present",
      changed: {
        count: 1,
        items: [
          {
            lead: "ld_01M809EJTG9D5XY97GWRMS4VMV",
            receivedAt: "2026-11-20T09:15:00.000Z",
            from: { outcome: "agent", agentId: "anna-berger", ruleId: "all" },
            to: { outcome: "agent", agentId: "emre-kaya", ruleId: "sellers" },
            why: "Rule “Sellers to those who sell” instead of “all”.",
          },
        ],
      },
    },
  },
};
