import * as z from "zod";
import type { AwsHandler } from "./aws-endpoint/request.ts";
import { leadsIn } from "./instruments/attribution.ts";
import type { Usage } from "./instruments/usage.ts";
import type { Functions } from "./lambda/functions.ts";
import type { Integrations } from "./states/integrations.ts";
import { createStatesProtocol } from "./states/protocol/protocol.ts";
import type { States } from "./states/states.ts";
import type { Template } from "./template/resources.ts";

const stateMachineProperties = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.literal("STANDARD").optional(),
  DefinitionString: z.string(),
  RoleArn: z.unknown().optional(),
  LoggingConfiguration: z.unknown().optional(),
  TracingConfiguration: z.unknown().optional(),
  EncryptionConfiguration: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

/** Loads the template's state machines; throws on anything in a definition that the interpreter does not run. */
export function defineStateMachines(template: Template, states: States): void {
  for (const { arn, properties } of template.all("AWS::StepFunctions::StateMachine", stateMachineProperties)) {
    states.define(arn, properties.DefinitionString);
  }
}

/** What a Task may call: the template's functions and the table, through the same counting proxy as everything else. */
export function workflowIntegrations(functions: Functions, dynamodb: AwsHandler): Integrations {
  return {
    invokeLambda: async (functionName, payload) => {
      const reply = await functions.invoke(functionName, JSON.stringify(payload));
      if ("payload" in reply) return { payload: JSON.parse(reply.payload) };
      const { errorType } = reply.error;
      const error = errorType === "TooManyRequestsException" ? `Lambda.${errorType}` : errorType;
      return { error, cause: JSON.stringify(reply.error) };
    },
    dynamodb: async (action, args) => {
      const operation = action.charAt(0).toUpperCase() + action.slice(1);
      const { status, body } = await dynamodb({ service: "dynamodb", operation, body: JSON.stringify(args) });
      const answer = JSON.parse(body);
      if (status === 200) return { output: answer };
      const error = String(answer.__type).replace(/^.*#/, "");
      return { error, cause: String(answer.message ?? answer.Message ?? error) };
    },
  };
}

/** Step Functions in its wire protocol, with its requests counted. */
export function workflowService(states: States, usage: Usage): AwsHandler {
  const serve = createStatesProtocol(states);
  return async ({ operation, body, caller }) => {
    usage.count("stepfunctions", operation, { requests: 1 });
    if (caller === undefined) usage.charge(leadsIn(body), { requests: 1 });
    else caller.ledger.spend(body, { requests: 1 });
    const answer = await serve(`AWSStepFunctions.${operation}`, JSON.parse(body || "{}"));
    return { status: answer.status, contentType: "application/x-amz-json-1.0", body: JSON.stringify(answer.body) };
  };
}
