import * as z from "zod";
import { poolFilter } from "./pool-filter.ts";

/** Methods that give one agent of a pool the lead, whose turn it is or who is best placed. */
export const turnMethods = [
  /** In documented order, one each (C1); a new agent's share is ramped (C3). */
  z.strictObject({ type: z.literal("roundRobin"), pool: poolFilter.default({}) }),
  /** As round robin, in proportion to the agents' weights (C2). */
  z.strictObject({ type: z.literal("weighted"), pool: poolFilter.default({}) }),
  /** To whoever has the fewest open leads; ties by order (C14). */
  z.strictObject({ type: z.literal("leastLoaded"), pool: poolFilter.default({}) }),
  /** By performance tiers with the plan's shares, inside each in order (C4); newcomers beside them (C3). */
  z.strictObject({ type: z.literal("tiers"), pool: poolFilter.default({}) }),
  /**
   * In proportion to how fast they make first contact (C14); everybody gets at least `floor` of an equal share, and who has
   * fewer than `minContacts` measured ones counts as average.
   */
  z.strictObject({
    type: z.literal("fastest"),
    pool: poolFilter.default({}),
    floor: z.number().min(0, "the floor is a part of an equal share, 0 to 1").max(1).default(0.5),
    minContacts: z.number().int().min(1).max(1000).default(10),
  }),
] as const;
