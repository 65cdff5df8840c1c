import * as z from "zod";

/** What a schedule asks of the scheduled function. */
export const scheduledJob = z.object({ job: z.enum(["reconcile", "drain", "figures", "picking"]) });
export type ScheduledJob = z.infer<typeof scheduledJob>;
