import * as z from "zod";
import type { Json, JsonObject } from "../../../infra/local/states/definition/json.ts";
import type { CallFailed } from "../../../infra/local/states/integrations.ts";
import { ServiceError } from "../../../infra/local/states/protocol/service-error.ts";
import { createStates, type States } from "../../../infra/local/states/states.ts";
import type { Clock } from "../../../infra/local/time/clock.ts";
import { deliveryWorkflow } from "../../../infra/workflow/delivery-workflow.ts";
import { leadWorkflow } from "../../../infra/workflow/lead-workflow.ts";
import { deliveryTask } from "../../../shared/schemas/buyer.ts";
import { waitingState, workflowTask } from "../../../shared/schemas/lead/workflow.ts";
import type { Ports, WorkflowPort } from "../../../shared/usecases/ports/ports.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";
import { deliverShare } from "../../../shared/usecases/shares/deliver-share.ts";
import { runTask } from "../../../shared/usecases/workflow/run-task.ts";

const deliveries = "arn:aws:states:eu-central-1:000000000000:stateMachine:DeliveryWorkflow";
const machine = "arn:aws:states:eu-central-1:000000000000:stateMachine:LeadWorkflow";

const text = z.object({ S: z.string() });
const count = z.object({ N: z.coerce.number() });
const storeTokenArguments = z.object({
  Key: z.object({ pk: text }),
  ExpressionAttributeValues: z.object({
    ":token": text,
    ":wait": count,
    ":cycle": count,
    ":at": z.object({ S: waitingState }),
  }),
});

/** The deployed state machine, interpreted, with its tasks run by the use cases on the given ports. */
export function createWorkflowService(clock: Clock, ports: () => Ports): { states: States; port: WorkflowPort } {
  const states = createStates({
    clock,
    integrations: {
      invokeLambda: (name, payload) => (name === "delivery" ? deliver(ports(), payload) : invoke(ports(), payload)),
      dynamodb: (_action, args) => storeToken(ports(), args),
    },
  });
  states.define(machine, leadWorkflow({ tableName: "table", workflowFunctionArn: "workflow" }));
  states.define(deliveries, deliveryWorkflow({ deliveryFunctionArn: "delivery" }));
  // As the client does: what comes late or twice changes nothing.
  const swallow = async (call: Promise<unknown>) => {
    try {
      await call;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
    }
  };
  return {
    states,
    port: {
      start: ({ leadId, cycle, ...rest }) =>
        swallow(states.start(machine, `${leadId}-${cycle}`, JSON.stringify({ leadId, cycle, ...rest }))),
      succeed: (token, output) => swallow(states.succeedTask(token, output as Json)),
      fail: (token, error, cause) => swallow(states.failTask(token, { error, cause: JSON.stringify(cause) })),
      heartbeat: (token) => swallow(states.heartbeat(token)),
      deliver: ({ leadId, cycle }) =>
        swallow(states.start(deliveries, `${leadId}-${cycle}`, JSON.stringify({ leadId, cycle }))),
      running: async (leadId, cycle) =>
        states.executions(leadId).some((each) => each.name === `${leadId}-${cycle}` && each.status === "RUNNING"),
    },
  };
}

async function invoke(ports: Ports, payload: Json): Promise<{ payload: Json } | CallFailed> {
  try {
    const config = await ports.config.current();
    const routing = withPlan(config);
    if (!routing) throw new Error("no plan");
    const outcome = await runTask(ports, { routing, teams: config.teams }, workflowTask.parse(payload));
    if (outcome.kind !== "leave") return { payload: { outcome: outcome.kind } };
    return failure(outcome.error, JSON.stringify(outcome.cause ?? {}));
  } catch (error) {
    // As AWS answers when the function itself breaks off: retried by name.
    return failure("Lambda.ServiceException", error instanceof Error ? error.message : String(error));
  }
}

async function deliver(ports: Ports, payload: Json): Promise<{ payload: Json } | CallFailed> {
  try {
    const routing = withPlan(await ports.config.current());
    if (!routing) throw new Error("no plan");
    const delivered = await deliverShare(ports, routing, deliveryTask.parse(payload));
    return delivered.outcome === "failed" ? failure("Undelivered", delivered.reason) : { payload: { ...delivered } };
  } catch (error) {
    return failure("Lambda.ServiceException", error instanceof Error ? error.message : String(error));
  }
}

function failure(errorType: string, errorMessage: string): CallFailed {
  return { error: errorType, cause: JSON.stringify({ errorType, errorMessage }) };
}

async function storeToken(ports: Ports, args: JsonObject): Promise<{ output: Json } | CallFailed> {
  const { Key: key, ExpressionAttributeValues: values } = storeTokenArguments.parse(args);
  const leadId = key.pk.S.slice("LEAD#".length);
  const token = {
    leadId,
    token: values[":token"].S,
    wait: values[":wait"].N,
    cycle: values[":cycle"].N,
    at: values[":at"].S,
  };
  try {
    const standing = await ports.leads.token(leadId);
    if (standing && standing.cycle > token.cycle) {
      return { error: "ConditionalCheckFailedException", cause: "The conditional request failed" };
    }
    await ports.leads.putToken(token);
    return { output: {} };
  } catch (error) {
    return { error: "ProvisionedThroughputExceededException", cause: String(error) };
  }
}
