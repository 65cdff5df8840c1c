import { RemovalPolicy, Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { keyPrefixes } from "../../shared/contract/table.ts";
import { leadWorkflow } from "../workflow/lead-workflow.ts";
import { acknowledgePatterns } from "./acknowledge.ts";
import { onItems } from "./service/policies.ts";

export interface LeadWorkflowProps {
  readonly table: TableV2;
  readonly workflowFunction: IFunction;
  readonly removalPolicy: RemovalPolicy;
}

/** The state machine that times the leads. Changed in place: running executions go on by the definition they began with. */
export class LeadWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: LeadWorkflowProps) {
    super(scope, id);
    const { table, workflowFunction, removalPolicy } = props;
    const definition = leadWorkflow({
      tableName: table.tableName,
      workflowFunctionArn: workflowFunction.functionArn,
    });
    this.stateMachine = new StateMachine(this, "StateMachine", {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      role: createRole(this, props).withoutPolicyUpdates(),
      logs: { destination: workflowLog(this, "lead-workflow"), level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      removalPolicy,
    });
  }
}

/** The name's beginning spares the account's log policy, which would be full after a dozen state machines. */
export const workflowLog = (scope: Construct, name: string): LogGroup =>
  new LogGroup(scope, "Logs", {
    logGroupName: `/aws/vendedlogs/states/${Stack.of(scope).stackName}-${name}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });

function createRole(scope: Construct, { table, workflowFunction }: LeadWorkflowProps): Role {
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("states.amazonaws.com"),
    inlinePolicies: {
      Workflow: new PolicyDocument({
        statements: [
          onItems(table.tableArn, { actions: ["UpdateItem"], partitions: [`${keyPrefixes.lead}*`] }),
          new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [workflowFunction.functionArn] }),
        ],
      }),
      LogsAndTraces: workflowObservation(),
    },
  });
  acknowledgePatterns(role, { "::*": "Log delivery and traces have no resource that a policy could name." });
  return role;
}

/** What every state machine needs to write its log and its traces. */
export function workflowObservation(): PolicyDocument {
  return new PolicyDocument({
    statements: [new PolicyStatement({ actions: [...logDelivery, ...traces], resources: ["*"] })],
  });
}

const logDelivery = [
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery",
  "logs:UpdateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:DescribeResourcePolicies",
  "logs:DescribeLogGroups",
];
const traces = [
  "xray:PutTraceSegments",
  "xray:PutTelemetryRecords",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
];
