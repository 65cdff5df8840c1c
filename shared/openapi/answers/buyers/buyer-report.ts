import * as z from "zod";
import { isoInstant, leadId, money, slug } from "../../../schemas/primitives.ts";
import type { NamedSchema } from "../../resource.ts";

const count = () => z.number().int().nonnegative();

export const buyerReportAnswer: NamedSchema = {
  id: "BuyerReport",
  side: "answer",
  schema: z.strictObject({
    from: isoInstant,
    to: isoInstant,
    items: z.array(
      z.strictObject({
        buyerId: slug,
        name: z.string().optional(),
        sold: count(),
        returned: count(),
        owed: z.array(money),
        rating: z.number().optional(),
      }),
    ),
    sales: z.array(
      z.strictObject({
        buyerId: slug,
        leadId,
        shareId: z.string(),
        soldAt: isoInstant,
        status: z.enum(["sold", "returned", "takenBack", "erased"]),
        endedAt: isoInstant.optional(),
        reason: z.string().optional(),
        owed: money.optional(),
        rating: z.number().optional(),
      }),
    ),
  }),
  description:
    "What buyers bought of the leads received in a time, and what they owe (C11). Nothing is owed for what came back, nor for a person who was erased.",
  examples: {
    week: {
      from: "2026-11-15T23:00:00.000Z",
      to: "2026-11-22T23:00:00.000Z",
      items: [
        { buyerId: "acme", name: "Acme", sold: 2, returned: 1, owed: [{ amount: 35, currency: "EUR" }], rating: 4 },
      ],
      sales: [
        {
          buyerId: "acme",
          leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
          shareId: "1",
          soldAt: "2026-11-20T08:02:11.000Z",
          status: "sold",
          owed: { amount: 35, currency: "EUR" },
          rating: 4,
        },
        {
          buyerId: "acme",
          leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H1",
          shareId: "2",
          soldAt: "2026-11-21T10:30:02.000Z",
          status: "returned",
          endedAt: "2026-11-21T16:12:45.000Z",
          reason: "wrongData",
        },
      ],
    },
  },
};
