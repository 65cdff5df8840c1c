import * as z from "zod";
import { isoInstant, slug } from "../primitives.ts";
import { method } from "./method.ts";

/** D4: for a while a rule does not apply, or distributes in another way. `from` included, `to` excluded. */
const planException = z
  .strictObject({
    ruleId: slug,
    from: isoInstant,
    to: isoInstant,
    disabled: z.literal(true).optional(),
    method: method.optional(),
    reason: z.string().max(200).optional(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ["to"], error: "must come after from" })
  .refine((value) => (value.disabled === undefined) !== (value.method === undefined), {
    path: ["method"],
    error: "name another method, or say disabled: true",
  });
export const planExceptions = z.array(planException).max(100);
export type PlanException = z.infer<typeof planException>;
