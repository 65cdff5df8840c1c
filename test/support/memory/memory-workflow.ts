import type { WorkflowInput } from "../../../shared/schemas/lead/workflow.ts";
import type { WorkflowPort } from "../../../shared/usecases/ports/ports.ts";

export interface MemoryExecution {
  /** Lead id and cycle. */
  readonly name: string;
  readonly input: WorkflowInput;
  readonly startedAt: number;
  running: boolean;
}

/** What was said about a task token, in order. */
export type Completion =
  | { readonly token: string; readonly as: "success"; readonly output: unknown }
  | { readonly token: string; readonly as: "failure"; readonly error: string; readonly cause: unknown }
  | { readonly token: string; readonly as: "heartbeat" };

export interface MemoryWorkflow {
  readonly port: WorkflowPort;
  readonly executions: readonly MemoryExecution[];
  readonly completions: readonly Completion[];
  /** Deliveries to buyers that were started: lead id and cycle. */
  readonly deliveries: readonly string[];
  /** Ends the execution, as reaching its last state would. */
  endExecution(leadId: string, cycle: number): void;
}

/** Remembers what was started and answered; it interprets no state machine. */
export function createMemoryWorkflow(now: () => number): MemoryWorkflow {
  const executions: MemoryExecution[] = [];
  const completions: Completion[] = [];
  const deliveries: string[] = [];
  const find = (name: string) => executions.find((execution) => execution.name === name);
  return {
    executions,
    completions,
    deliveries,
    endExecution: (leadId, cycle) => {
      const execution = find(`${leadId}-${cycle}`);
      if (execution) execution.running = false;
    },
    port: {
      start: async (input) => {
        const name = `${input.leadId}-${input.cycle}`;
        if (!find(name)) executions.push({ name, input, startedAt: now(), running: true });
      },
      succeed: async (token, output) => void completions.push({ token, as: "success", output }),
      fail: async (token, error, cause) => void completions.push({ token, as: "failure", error, cause }),
      heartbeat: async (token) => void completions.push({ token, as: "heartbeat" }),
      deliver: async ({ leadId, cycle }) => {
        const name = `${leadId}-${cycle}`;
        if (!deliveries.includes(name)) deliveries.push(name);
      },
      running: async (leadId, cycle) => find(`${leadId}-${cycle}`)?.running ?? false,
    },
  };
}
