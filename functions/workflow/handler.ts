import middy from "@middy/core";
import { createPorts } from "../../shared/runtime/create-ports.ts";
import { logOnce } from "../../shared/runtime/logging.ts";
import { workflowTask } from "../../shared/schemas/lead/workflow.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";
import { runTask } from "../../shared/usecases/workflow/run-task.ts";

const ports = createPorts();

/** Leaves a task of the workflow by name; the message is what the execution is to wait for next, as JSON. */
class LeaveTask extends Error {
  constructor(name: string, cause: unknown) {
    super(JSON.stringify(cause ?? {}));
    this.name = name;
  }
}

/** What happens to a lead when its time is up: the tasks of the state machine. */
export const handler = middy<unknown, { readonly outcome: "waits" | "done" }>()
  .use(logOnce("workflow"))
  .handler(async (event) => {
    const task = workflowTask.parse(event);
    const config = await ports.config.current();
    const routing = withPlan(config);
    if (routing === undefined) throw new Error("there is no plan by which a lead could be timed");
    const outcome = await runTask(ports, { routing, teams: config.teams }, task);
    if (outcome.kind === "leave") throw new LeaveTask(outcome.error, outcome.cause);
    return { outcome: outcome.kind };
  });
