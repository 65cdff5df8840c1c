import * as z from "zod";
import { pageOf } from "../pages.ts";
import { poolRow } from "./lead.ts";

const count = z.number().int().nonnegative();

export const poolPage = {
  ...pageOf(poolRow, { quotas: z.strictObject({ open: count, capacity: count, remaining: count }) }),
  id: "PoolPage",
  fields: { quotas: "How many leads the caller has, may have, and may still take." },
};
