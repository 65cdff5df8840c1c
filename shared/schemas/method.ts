import * as z from "zod";
import { role } from "./agent.ts";
import { slug } from "./primitives.ts";

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

/** One way to choose an agent (C1, C2, C12, C14, C9): what a rule does, or a part of a mix. */
const singleMethod = z.discriminatedUnion("type", [
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
  /** To whoever is on call now, else to the next of the rota (C17). */
  z.strictObject({ type: z.literal("onCall") }),
  /** To the lead pool, where agents claim it (C9). */
  z.strictObject({ type: z.literal("pool") }),
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
