import * as z from "zod";
import { role } from "../agent.ts";
import { mostShares } from "../lead/share.ts";
import { money, slug, timeLimit } from "../primitives.ts";

/** A fact of the lead that a specialist may have as a skill; `industry` and `companySize` are the company's. */
const matchedSkill = z.enum(["interest", "propertyType", "industry", "companySize", "product"]);
export type MatchedSkill = z.infer<typeof matchedSkill>;

/** Which agents a rule's method may choose from; role `agent` unless another role or agents are named. */
export const poolFilter = z.strictObject({
  team: slug.optional(),
  skills: z.array(z.string().trim().min(1)).min(1).optional(),
  /** `match`: only agents whose territories hold the lead's area; `home`: only their home territories count (C7). */
  areas: z.enum(["match", "home"]).optional(),
  /** `match`: only agents who speak the lead's language, if it is known (C5). */
  languages: z.literal("match").optional(),
  /** Only agents who have the lead's value of each of these among their skills (C5). */
  matchSkills: z.array(matchedSkill).min(1).optional(),
  tier: z.enum(["A", "B", "C"]).optional(),
  role: role.optional(),
  agents: z.array(slug).min(1).optional(),
});
export type PoolFilter = z.infer<typeof poolFilter>;

/** The pool of a rule that goes by areas: `match` unless it says that only home territories count. */
const areaPool = poolFilter.extend({ areas: z.enum(["match", "home"]).default("match") }).prefault({});

/** The ISAs, unless another role or agents are named. */
const isaPool = poolFilter
  .prefault({})
  .overwrite((pool) => (pool.role === undefined && pool.agents === undefined ? { ...pool, role: "isa" } : pool));

/**
 * To the lead pool, where agents claim it (C9): those of `pool`, or everybody. Unclaimed after `claimWithin`, the agents of
 * `then` are asked one after the other, then the manager; without a window it lies there until somebody takes it.
 */
const leadPool = z
  .strictObject({
    type: z.literal("pool"),
    pool: poolFilter.optional(),
    claimWithin: timeLimit.optional(),
    /** Of which leads the claim group is told: hot ones when left out. */
    notify: z.enum(["hot", "all", "none"]).optional(),
    /** Who is asked then, in this order. */
    then: z.array(slug).min(1, "leave then out, or name at least one agent").max(10).optional(),
    managerId: slug.optional(),
    /** Routed again through the rules when nobody has taken it for so long. */
    recycleAfter: timeLimit.optional(),
  })
  .superRefine(({ then, managerId, claimWithin }, context) => {
    if (claimWithin !== undefined) return;
    const message = "needs claimWithin: after that time the backups are asked";
    if (then !== undefined) context.addIssue({ code: "custom", path: ["then"], message });
    if (managerId !== undefined) context.addIssue({ code: "custom", path: ["managerId"], message });
  });

/** One way to choose an agent (C1, C2, C12, C14, C9): what a rule does, or a part of a mix. */
const singleMethod = z.discriminatedUnion("type", [
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
  /**
   * To those who work in the lead's area, one each (C7). Where areas overlap their owners take turns, or with
   * `overlap: "lastInArea"` whoever got the last lead there gets the next.
   */
  z.strictObject({
    type: z.literal("area"),
    pool: areaPool,
    overlap: z.enum(["rotate", "lastInArea"]).default("rotate"),
  }),
  /** To whoever got the last lead in this area, as long as they can take it; else to the next in turn there (C7). */
  z.strictObject({ type: z.literal("lastInArea"), pool: areaPool }),
  /** To the named agent. */
  z.strictObject({ type: z.literal("agent"), agentId: slug }),
  /** To whoever has this person already (C12). */
  z.strictObject({ type: z.literal("owner") }),
  /** To whoever is on call now, else to the next of the rota (C17). */
  z.strictObject({ type: z.literal("onCall") }),
  /** To an inside sales agent, who qualifies it and hands it over (C6); a rule for new leads only. */
  z.strictObject({ type: z.literal("isa"), pool: isaPool }),
  leadPool,
  /**
   * To several recipients at once, each with an offer of its own (C11): agents of the pool, outside companies, or both in
   * one rotation. Companies alone when `buyers` are named and no pool is. An exclusive lead goes to one.
   */
  z.strictObject({
    type: z.literal("shared"),
    pool: poolFilter.optional(),
    buyers: z.array(slug).min(1, "name at least one buyer, or leave buyers out").max(50).optional(),
    /** The lead's own number when left out, else 3; never more than the lead's own. */
    shares: z.number().int().min(1).max(mostShares, `a lead has at most ${mostShares} recipients`).optional(),
    /** Of each share; a buyer's own price when left out. */
    price: money.optional(),
    /** A share that comes back is offered to the next recipient. */
    resale: z.boolean().default(false),
  }),
]);

const mixPart = z.strictObject({
  percent: z.number().int().min(1).max(99),
  method: z.discriminatedUnion("type", singleMethod.options, {
    error: ({ code, input }) =>
      code === "invalid_union" && isMix(input)
        ? "a mix cannot hold a mix: write its parts here with their own percentages"
        : undefined,
  }),
});

/** Percentages of one stream of leads, each by a method of its own (C13, E4, E7). */
const mix = z.strictObject({
  type: z.literal("mix"),
  parts: z
    .array(mixPart)
    .min(2, "a mix has at least two parts")
    .max(10, "a mix has at most ten parts")
    .refine((parts) => sumOf(parts) === 100, {
      error: ({ input }) => `the percentages must add up to 100; these make ${sumOf(input as readonly MixPart[])}`,
    }),
});
type MixPart = z.infer<typeof mixPart>;

function sumOf(parts: readonly MixPart[]): number {
  return parts.reduce((sum, { percent }) => sum + percent, 0);
}

function isMix(input: unknown): boolean {
  return typeof input === "object" && input !== null && "type" in input && input.type === "mix";
}

/** How a rule distributes. */
export const method = z.discriminatedUnion("type", [singleMethod, mix]);
export type Method = z.infer<typeof method>;
