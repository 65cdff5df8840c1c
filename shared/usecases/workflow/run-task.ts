import { type DueStep, dueStep } from "../../domain/lifecycle/due.ts";
import { waitOf } from "../../domain/lifecycle/phase.ts";
import type { TokenFailure, TokenOutput } from "../../domain/lifecycle/workflow/answer-token.ts";
import { backTo } from "../../domain/lifecycle/workflow/answer-token.ts";
import { executionNeeded } from "../../domain/lifecycle/workflow/execution-needed.ts";
import { workflowTimeouts } from "../../domain/lifecycle/workflow/workflow-timeouts.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { WorkflowTask } from "../../schemas/lead/workflow.ts";
import { doStep, poolLead, type TaskConfig, type TaskPorts } from "./do-step.ts";

/**
 * How a task of the workflow ends. `leave`: the execution leaves the task by this name, with what it is to wait for as
 * the cause. `waits`: the task token is stored, and the execution waits in this state. `done`: it has reached its end.
 */
export type TaskOutcome =
  | { readonly kind: "waits" }
  | { readonly kind: "done" }
  | { readonly kind: "leave"; readonly error: TokenFailure; readonly cause: TokenOutput | undefined };

/**
 * A timer has fired. What is to be done follows from the lead alone, never from which timer it was: a late, doubled or
 * repeated invocation, an execution of an older cycle and a deadline that has moved all find nothing due and send the
 * execution back to where the lead is.
 */
export async function runTask(ports: TaskPorts, config: TaskConfig, task: WorkflowTask): Promise<TaskOutcome> {
  const lead = await ports.leads.load(task.leadId, { consistent: true });
  if (lead === undefined) return { kind: "leave", error: "Ended", cause: undefined };
  const { state } = lead;
  if (state.cycle !== task.cycle || !executionNeeded(state)) return ended(ports, state);
  if (task.task === "ToPool") {
    const pooled = await poolLead(ports, config, state);
    return pooled?.status === "pooled" ? { kind: "done" } : ended(ports, pooled ?? state);
  }
  const step = dueStep(state, ports.clock.now());
  const committed = step === undefined ? undefined : await doStep(ports, config, lead, step);
  const after = committed ?? (await ports.leads.state(task.leadId)) ?? state;
  if (after.cycle !== task.cycle || !executionNeeded(after)) {
    const own = committed !== undefined && task.task === "Reclaim";
    return own ? { kind: "done" } : ended(ports, after);
  }
  return goOn(ports, task, { before: state, after, step: committed === undefined ? undefined : step });
}

interface Progress {
  readonly before: LeadState;
  readonly after: LeadState;
  /** What this task has committed. */
  readonly step: DueStep | undefined;
}

/**
 * The cycle goes on: a waiting task stores its token, as of now when it did just what this state waits on for, else as
 * of an older wait: then the consumer sends the execution to the right state with fresh time-outs. A plain task says so
 * itself.
 */
async function goOn(ports: TaskPorts, task: WorkflowTask, progress: Progress): Promise<TaskOutcome> {
  const { after } = progress;
  if (task.token === undefined || task.task === "Reclaim" || task.task === "ToPool") {
    return { kind: "leave", error: backTo(waitOf(after)), cause: outputOf(ports, after) };
  }
  const wait = staysHere(task.task, progress) ? after.wait : after.wait - 1;
  await ports.leads.putToken({ leadId: after.leadId, token: task.token, wait, cycle: after.cycle, at: task.task });
  return { kind: "waits" };
}

/** Whether the time-out this state was entered with is right for what the lead waits for now. */
function staysHere(task: WorkflowTask["task"], { before, after, step }: Progress): boolean {
  switch (task) {
    case "OfferToNext":
      return step === "expireOffer" && lengthOf(after.offer) === lengthOf(before.offer);
    case "EscalateToLeader":
      return step === "escalate";
    case "ReassignToBackup":
      return step === "giveToBackup" && after.ownerId !== before.ownerId && after.planVersion === before.planVersion;
    default:
      return false;
  }
}

const lengthOf = (offer: LeadState["offer"]) => offer && offer.expiresAt - offer.at;

function ended(ports: TaskPorts, state: LeadState): TaskOutcome {
  return { kind: "leave", error: "Ended", cause: outputOf(ports, state) };
}

function outputOf({ clock }: TaskPorts, state: LeadState): TokenOutput {
  return { wait: state.wait, timeouts: workflowTimeouts(state, clock.now()) };
}
