import * as z from "zod";
import { pageOf } from "../pages.ts";
import { poolRow } from "./lead.ts";
import { picking } from "./picking.ts";

const count = z.number().int().nonnegative();

export const poolPage = {
  ...pageOf(poolRow, {
    quotas: z.strictObject({ open: count, capacity: count, remaining: count }),
    picking: picking.optional(),
  }),
  id: "PoolPage",
  fields: {
    quotas: "How many leads the caller has, may have, and may still take.",
    picking: "Where leads are picked: the quotas of claims, and what else the guard rails look at (section E).",
  },
};
