import * as z from "zod";
import { leadId, slug } from "../primitives.ts";

/** The state of the workflow that holds the token. */
export const waitingState = z.enum([
  "AwaitAcceptance",
  "AwaitClaim",
  "OfferToNext",
  "AwaitFirstContact",
  "EscalateToLeader",
  "ReassignToBackup",
  "HoldOwnership",
]);
export type WaitingState = z.infer<typeof waitingState>;

/** The TOKEN item: which wait of which cycle the execution's present task token stands for. */
export const leadToken = z.strictObject({
  leadId,
  token: z.string(),
  /** Zero: older than the first wait, so that the consumer sends the execution back to it. */
  wait: z.number().int().nonnegative(),
  cycle: z.number().int().positive(),
  at: waitingState,
});
export type LeadToken = z.infer<typeof leadToken>;

/** The LINK item, found by the hash of the link's token. */
export const leadLink = z.strictObject({ leadId, agentId: slug, cycle: z.number().int().positive() });
export type LeadLink = z.infer<typeof leadLink>;

/** Whole seconds, rounded up: what the workflow waits for at most in each phase. */
export const workflowTimeouts = z.strictObject({
  accept: z.number().int().positive(),
  contact: z.number().int().positive(),
  escalate: z.number().int().positive(),
  reclaim: z.number().int().positive(),
  ownership: z.number().int().positive(),
  idle: z.number().int().positive(),
});
export type WorkflowTimeouts = z.infer<typeof workflowTimeouts>;

/** Input of one execution: exact, so that starting it twice is a success. */
export const workflowInput = z.strictObject({
  leadId,
  cycle: z.number().int().positive(),
  wait: z.number().int().nonnegative(),
  timeouts: workflowTimeouts,
});
export type WorkflowInput = z.infer<typeof workflowInput>;

/** Payload of the workflow's Lambda tasks. `token` is there for the states that wait afterwards. */
export const workflowTask = z.strictObject({
  task: z.enum(["OfferToNext", "EscalateToLeader", "ReassignToBackup", "Reclaim", "ToPool"]),
  leadId,
  cycle: z.number().int().positive(),
  token: z.string().optional(),
});
export type WorkflowTask = z.infer<typeof workflowTask>;
