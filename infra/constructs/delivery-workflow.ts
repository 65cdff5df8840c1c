import { type RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { deliveryWorkflow } from "../workflow/delivery-workflow.ts";
import { acknowledgePatterns } from "./acknowledge.ts";
import { workflowLog, workflowObservation } from "./lead-workflow.ts";

export interface DeliveryWorkflowProps {
  readonly deliveryFunction: IFunction;
  readonly removalPolicy: RemovalPolicy;
}

/** The state machine that takes shares of leads to buyers. */
export class DeliveryWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { deliveryFunction, removalPolicy }: DeliveryWorkflowProps) {
    super(scope, id);
    const definition = deliveryWorkflow({ deliveryFunctionArn: deliveryFunction.functionArn });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("states.amazonaws.com"),
      inlinePolicies: {
        Delivery: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [deliveryFunction.functionArn] }),
          ],
        }),
        LogsAndTraces: workflowObservation(),
      },
    });
    acknowledgePatterns(role, { "::*": "Log delivery and traces have no resource that a policy could name." });
    this.stateMachine = new StateMachine(this, "StateMachine", {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role: role.withoutPolicyUpdates(),
      logs: { destination: workflowLog(this, "delivery-workflow"), level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      removalPolicy,
    });
  }
}
