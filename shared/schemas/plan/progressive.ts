import * as z from "zod";
import { slug } from "../primitives.ts";
import { condition } from "./condition.ts";
import { type Method, method } from "./method.ts";
import { poolFilter } from "./pool-filter.ts";

/** Methods that bring in one agent; the others share, wait, or mean somebody who has the lead already. */
const choosing: ReadonlySet<Method["type"]> = new Set<Method["type"]>([
  ...(["roundRobin", "weighted", "leastLoaded", "tiers", "fastest", "area", "lastInArea", "agent"] as const),
]);

/** What a lead's later behaviour brings about (C16): a specialist is told, or gets the lead. */
export const progressiveRule = z
  .strictObject({
    id: slug,
    name: z.string().max(200).optional(),
    /** Over the lead as it is now, and what the person did: `engagement.type`, `engagement.count`, … */
    when: condition,
    /** How the specialist is chosen. */
    method: method
      .refine(({ type }) => choosing.has(type), {
        path: ["type"],
        error: `choose a specialist by one of ${[...choosing].join(", ")}`,
      })
      .optional(),
    /** The same as a method `roundRobin` over this pool. */
    pool: poolFilter.optional(),
    do: z.enum(["notify", "reassign"]).default("notify"),
  })
  .refine((rule) => (rule.method === undefined) !== (rule.pool === undefined), {
    path: ["pool"],
    error: "name either a pool of specialists or a method that chooses one",
  });
export type ProgressiveRule = z.infer<typeof progressiveRule>;

export const progressive = z
  .array(progressiveRule)
  .max(20)
  .superRefine((rules, context) => {
    rules.forEach(({ id }, index) => {
      if (rules.findIndex((each) => each.id === id) === index) return;
      context.addIssue({ code: "custom", path: [index, "id"], message: `the id ${id} is used twice` });
    });
  });
