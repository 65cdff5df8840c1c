import * as z from "zod";
import { areaPolygon } from "./geojson.ts";
import { slug } from "./primitives.ts";

/**
 * Body of `PUT /v1/areas/{id}` (C7). A postal code ending in `*` is a prefix; codes are text (`01067` keeps its zero).
 * With `industries` or `companySizes` only leads of such companies lie in it: anywhere, if it has no codes and no polygon.
 */
export const areaInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  postalCodes: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,9}\*?$/, 'use a postal code or a prefix such as "101*"'))
    .max(5000)
    .optional(),
  polygon: areaPolygon.optional(),
  industries: z.array(z.string().trim().min(1).max(64)).min(1).max(100).optional(),
  companySizes: z
    .array(z.string().regex(/^\d{1,9}(-\d{1,9}|\+)?$/, 'use a number of employees such as "11-50" or "500+"'))
    .min(1)
    .max(20)
    .optional(),
  /** The conversion that is usual here, 0–1: a booming area is not judged like a slow one. */
  benchmarkConversion: z.number().min(0).max(1).optional(),
});
export type AreaInput = z.infer<typeof areaInput>;

export const area = areaInput.extend({
  areaId: slug,
  version: z.number().int().positive(),
  /** The German postal codes and prefixes in the polygon, worked out when it is saved: for leads without a position. */
  polygonCodes: z.array(z.string()).optional(),
});
export type Area = z.infer<typeof area>;

/** An area as it is saved. */
export type AreaDraft = Omit<Area, "areaId" | "version">;
