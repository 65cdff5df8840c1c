import * as z from "zod";
import { mostShares } from "../lead/share.ts";
import { money, slug } from "../primitives.ts";
import { poolFilter } from "./pool-filter.ts";
import { cherryPickMethod, leadPool } from "./posting-methods.ts";
import { turnMethods } from "./turn-methods.ts";

/** The pool of a rule that goes by areas: `match` unless it says that only home territories count. */
const areaPool = poolFilter.extend({ areas: z.enum(["match", "home"]).default("match") }).prefault({});

/** The ISAs, unless another role or agents are named. */
const isaPool = poolFilter
  .prefault({})
  .overwrite((pool) => (pool.role === undefined && pool.agents === undefined ? { ...pool, role: "isa" } : pool));

/** One way to choose an agent (C1, C2, C12, C14, C9): what a rule does, or a part of a mix. */
const singleMethod = z.discriminatedUnion("type", [
  ...turnMethods,
  /**
   * To those who work in the lead's area, one each (C7). Where areas overlap their owners take turns, or with
   * `overlap: "lastInArea"` whoever got the last lead there gets the next.
   */
  z.strictObject({
    type: z.literal("area"),
    pool: areaPool,
    overlap: z.enum(["rotate", "lastInArea"]).default("rotate"),
  }),
  /**
   * To whoever got the last lead in this area by the rule, as long as they can take it; else to the next in turn there (C7).
   * What was given by hand, kept by continuity or claimed does not count.
   */
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
  cherryPickMethod,
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
