import * as z from "zod";
import { slug } from "./primitives.ts";

/** Body of `PUT /v1/areas/{id}`. A postal code ending in `*` is a prefix; codes are text (`01067` keeps its zero). */
export const areaInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  postalCodes: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,9}\*?$/, 'use a postal code or a prefix such as "101*"'))
    .max(5000)
    .optional(),
});
export type AreaInput = z.infer<typeof areaInput>;

export const area = areaInput.extend({ areaId: slug, version: z.number().int().positive() });
export type Area = z.infer<typeof area>;
