import * as z from "zod";
import { slug } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";

const instant = z.iso.datetime();
const duty = { agentId: slug, from: instant, until: instant };

export const onCallNow: NamedSchema = {
  id: "OnCallNow",
  side: "answer",
  schema: z.strictObject({
    outsideHours: z.enum(["normal", "hold", "onCall"]),
    open: z.boolean(),
    opensAt: instant.optional(),
    onDuty: z.strictObject({ ...duty, available: z.boolean(), reason: z.string().optional() }).optional(),
    standIns: z.array(slug),
    next: z.array(z.strictObject(duty)),
  }),
  description: "Whether the business is open, and who is on call now and next (C17).",
  fields: {
    opensAt: "Left out while it is open.",
    onDuty: "Left out without a rota.",
    standIns: "Who takes leads when the one on duty cannot, in this order.",
    next: "The next duties.",
  },
  examples: {
    night: {
      outsideHours: "onCall",
      open: false,
      opensAt: "2026-11-23T08:00:00.000Z",
      onDuty: {
        agentId: "anna-weber",
        from: "2026-11-16T07:00:00.000Z",
        until: "2026-11-23T07:00:00.000Z",
        available: false,
        reason: "away",
      },
      standIns: ["ben-yilmaz"],
      next: [{ agentId: "ben-yilmaz", from: "2026-11-23T07:00:00.000Z", until: "2026-11-30T07:00:00.000Z" }],
    },
  },
};
