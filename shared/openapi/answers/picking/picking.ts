import * as z from "zod";
import { isoInstant, leadId } from "../../../schemas/primitives.ts";
import type { NamedSchema } from "../../resource.ts";

const count = z.number().int().nonnegative();
const quota = z.strictObject({ limit: count, used: count, remaining: count, resetsAt: isoInstant.optional() });

/** Why an agent cannot take a lead now; `reason` decides which of the other fields are there. */
export const obstacle = z.strictObject({
  reason: z.enum([
    ...(["suspended", "accessDelay", "quota", "cooldown", "held", "ratio", "missed"] as const),
    ...(["capacity", "paused", "inactive", "away"] as const),
  ]),
  until: isoInstant.optional(),
  title: z.string(),
  detail: z.string(),
  because: z.enum(["misses", "acceptance"]).optional(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  window: z.enum(["hour", "day", "week"]).optional(),
  limit: count.optional(),
  used: count.optional(),
  kind: z.enum(["mild", "aged"]).optional(),
  of: count.optional(),
});

export const obstacleAnswer: NamedSchema = {
  id: "Obstacle",
  side: "answer",
  schema: obstacle,
  description:
    "What keeps the caller from taking a lead now, for programs and, in `title` and `detail`, for people. Of several the one that lasts longest. `until` is left out when it takes somebody to do something first.",
  fields: {
    reason:
      "`suspended` from picking; `accessDelay`: other tiers pick first; `quota` used up; `cooldown` after the time to choose; `held`: somebody has it open; `ratio`: another kind of lead comes first; `missed`: picked before and taken back without contact, and not to be picked again by the same agent for seven days; `capacity`: no room; `paused`, `inactive`, `away`.",
    because: "Of a suspension: contacts missed, or too few assigned leads accepted.",
    tier: "The caller's, of an access delay.",
    window: "Which quota.",
    kind: "Of a ratio: first one that is not hot (`mild`), or one that is aged or cold.",
    of: "Of a ratio: after so many, or once in so many.",
  },
};

const tier = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const metric = z.enum(["conversion", "minutesToContact", "target"]);

const access = z.strictObject({
  ...{ tier, nextWeek: tier },
  leads: z.strictObject({ assigned: z.number().int(), needed: z.number().int() }),
  measures: z.array(
    z.strictObject({ metric, value: z.number().optional(), first: z.number(), third: z.number(), tier }),
  ),
  next: z
    .strictObject({
      tier,
      missing: z.array(z.strictObject({ metric, needed: z.number(), by: z.number().optional() })),
    })
    .optional(),
  text: z.string(),
});

export const picking = z.strictObject({
  quotas: z.strictObject({ hour: quota.optional(), day: quota.optional(), week: quota.optional() }),
  window: z.strictObject({ until: isoInstant }).optional(),
  holding: z.strictObject({ leadId, until: isoInstant }).optional(),
  coolDownUntil: isoInstant.optional(),
  suspension: z.strictObject({ reason: z.enum(["misses", "acceptance"]), until: isoInstant }).optional(),
  accessTier: tier.optional(),
  access: access.optional(),
  owed: z.array(z.enum(["mild", "aged"])).optional(),
  obstacle: obstacle.optional(),
});

export const pickingAnswer: NamedSchema = {
  id: "Picking",
  side: "answer",
  schema: picking,
  description: "How the caller stands where leads are picked (section E).",
  fields: {
    quotas:
      "Of the last sixty minutes, the day and the week from Monday in the tenant's zone; each contact missed today makes today's smaller. `resetsAt`: when there is room again, or more.",
    window: "Until when a lead can be taken from the list that was loaded.",
    holding: "The lead whose details are open.",
    coolDownUntil: "No claim until then, as the time to choose was over.",
    accessTier: "1 picks first (E5).",
    access:
      "In `GET /v1/me`: why the agent has this tier until Monday, which one the results of today give (`nextWeek`), and what is missing for the next. `target` is the part of the sales target that the deals of the last 90 days attain.",
    owed: "What the next claim has to be while such a lead is there: not hot (`mild`), aged or cold (`aged`).",
    obstacle: "What keeps the caller from picking any lead now.",
  },
};
