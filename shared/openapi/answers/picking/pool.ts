import * as z from "zod";
import { slug } from "../../../schemas/primitives.ts";
import type { NamedSchema } from "../../resource.ts";

const member = z.strictObject({
  agentId: slug,
  weight: z.number(),
  share: z.number().min(0).max(1),
  received: z.number().int(),
  due: z.number(),
  deviation: z.number(),
  gone: z.record(z.string(), z.number().int()),
  lifetime: z.strictObject({ turns: z.number().int(), due: z.number() }),
});

export const poolMember: NamedSchema = {
  id: "PoolMember",
  side: "answer",
  schema: member,
  description: "One member's turns in the pool's present epoch, in leads: received + gone = due + deviation.",
  fields: {
    weight: "Ten-thousandths of an equal share.",
    share: "Part of the pool's turns.",
    received: "Leads that came by a ticket.",
    due: "The share of this epoch's tickets, with what was carried over from earlier ones.",
    deviation: "Above 0: had more than the share so far. Never a whole lead while the members stay the same.",
    gone: "Turns that passed, by reason; `unused`: drawn by a request that did not finish, or has not yet.",
    lifetime: "Turns and due share over the pool's whole life.",
  },
};

export const pools: NamedSchema = {
  id: "Pools",
  side: "answer",
  schema: z.strictObject({
    items: z.array(
      z.strictObject({
        poolId: z.string(),
        ruleId: z.string(),
        epoch: z.number().int().nonnegative(),
        members: z.array(member),
        next: z.array(slug),
        leftOut: z.array(z.strictObject({ agentId: slug, reason: z.string() })),
        more: z
          .strictObject({ members: z.number().int().nonnegative(), leftOut: z.number().int().nonnegative() })
          .optional()
          .describe(
            "How many of a large pool are not shown. Nobody of them is further from the due share than those who are.",
          ),
      }),
    ),
    nextCursor: z.string().optional(),
  }),
  description: "The rotations of the plan as the next lead would find them.",
  examples: {
    sellers: {
      items: [
        {
          poolId: "sellers",
          ruleId: "sellers",
          epoch: 3,
          members: [
            {
              agentId: "emre-kaya",
              weight: 10000,
              share: 0.5,
              received: 20,
              due: 20.5,
              deviation: -0.5,
              gone: {},
              lifetime: { turns: 61, due: 61.5 },
            },
            {
              agentId: "paul-winter",
              weight: 10000,
              share: 0.5,
              received: 19,
              due: 20.5,
              deviation: 0.5,
              gone: { capacity: 2 },
              lifetime: { turns: 62, due: 61.5 },
            },
          ],
          next: ["emre-kaya", "paul-winter", "emre-kaya"],
          leftOut: [{ agentId: "anna-berger", reason: "skill" }],
        },
      ],
    },
  },
};
