import * as z from "zod";
import { duration, isoInstant } from "../../../schemas/primitives.ts";
import { pageOf } from "../../pages.ts";
import type { NamedSchema } from "../../resource.ts";
import { leadView } from "../lead.ts";
import { obstacle, picking } from "./picking.ts";

export const poolRow: NamedSchema = {
  id: "PoolRow",
  side: "answer",
  schema: leadView.extend({
    claimableAt: isoInstant.optional(),
    obstacle: obstacle.optional(),
    pick: z.literal(true).optional(),
    timeInQueue: duration.optional(),
  }),
  description:
    "A lead in the pool, without a way to reach the person, and from when on this caller may claim it. One that is to be picked (`pick`, E1) shows company and size, name and title, source, score, time in the queue, budget, timeline and authority; with `cherryPick.transparency: full` the company's industry and group, the message and the score's reasons as well. No text of a row holds an e-mail or web address or a telephone number, whichever field it was written into: `…` stands there.",
  fields: {
    claimableAt: "Left out when it takes somebody to do something first; then `obstacle` says what.",
    obstacle: "Why the caller cannot claim it now.",
    timeInQueue: "Since it was posted.",
  },
  examples: {
    toPick: {
      leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
      version: 2,
      status: "pooled",
      pick: true,
      temperature: "hot",
      score: 80,
      sourceId: "website",
      firstName: "Erika",
      lastName: "Mustermann",
      jobTitle: "Head of Facilities",
      company: { name: "Muster GmbH", size: "51-200" },
      budget: { max: 450000, currency: "EUR" },
      timeline: "3m",
      authority: "decides",
      interest: "buyer",
      receivedAt: "2026-11-23T09:00:00.000Z",
      since: "2026-11-23T09:00:00.000Z",
      timeInQueue: "PT12M",
      claimableAt: "2026-11-23T09:15:00.000Z",
      obstacle: {
        reason: "accessDelay",
        tier: 2,
        until: "2026-11-23T09:15:00.000Z",
        title: "This lead is not open to your tier yet",
        detail: "You can take it from 10:15, if it is still there.",
      },
    },
  },
};

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
