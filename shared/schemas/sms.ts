import * as z from "zod";

/** What AWS End User Messaging publishes for a message that an agent sent to our number (two-way SMS). */
export const inboundSms = z.object({
  originationNumber: z.string(),
  destinationNumber: z.string().optional(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
  previousPublishedMessageId: z.string().optional(),
});
export type InboundSms = z.infer<typeof inboundSms>;
