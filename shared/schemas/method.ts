import * as z from "zod";
import { role } from "./agent.ts";
import { slug } from "./primitives.ts";

/** Which agents a rule's method may choose from; role `agent` unless another role or agents are named. */
export const poolFilter = z.strictObject({
  team: slug.optional(),
  skills: z.array(z.string().trim().min(1)).min(1).optional(),
  /** `match`: only agents whose territories hold the lead's area. */
  areas: z.literal("match").optional(),
  tier: z.enum(["A", "B", "C"]).optional(),
  role: role.optional(),
  agents: z.array(slug).min(1).optional(),
});
export type PoolFilter = z.infer<typeof poolFilter>;

/** How a rule distributes (C1, C2, C12, C14, C9). */
export const method = z.discriminatedUnion("type", [
  /** In documented order, one each (C1); a new agent's share is ramped (C3). */
  z.strictObject({ type: z.literal("roundRobin"), pool: poolFilter.default({}) }),
  /** As round robin, in proportion to the agents' weights (C2). */
  z.strictObject({ type: z.literal("weighted"), pool: poolFilter.default({}) }),
  /** To whoever has the fewest open leads; ties by order (C14). */
  z.strictObject({ type: z.literal("leastLoaded"), pool: poolFilter.default({}) }),
  /** To the named agent. */
  z.strictObject({ type: z.literal("agent"), agentId: slug }),
  /** To whoever has this person already (C12). */
  z.strictObject({ type: z.literal("owner") }),
  /** To the lead pool, where agents claim it (C9). */
  z.strictObject({ type: z.literal("pool") }),
]);
export type Method = z.infer<typeof method>;
