import { Aws } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { indexes } from "../../../shared/contract/table.ts";
import { type FunctionName, type Permissions, permissions, type TablePermission } from "../../permissions.ts";

/** ARNs of what the functions reach. */
export interface Reach {
  readonly tableArn: string;
  readonly topicArns: readonly string[];
  readonly hashSecretArn: string;
  readonly userPoolArn: string;
  /** There for all functions but the one that the state machine itself calls. */
  readonly stateMachine?: { readonly arn: string; readonly executionArns: string } | undefined;
  /** The state machine that delivers shares to buyers. */
  readonly deliveriesArn?: string | undefined;
  /** Of every mobile push endpoint of the tenant's app, if it has one. */
  readonly endpointArns?: string | undefined;
}

/** All that a function may do, from the list in `infra/permissions.ts`: one statement for each kind of right. */
export const statementsOf = (name: FunctionName, reach: Reach): readonly PolicyStatement[] =>
  kinds.flatMap((kind) => kind(permissions[name], reach));

/** A statement on the items whose partition key matches; a request that names another partition is refused whole. */
export const onItems = (tableArn: string, { actions, partitions }: TablePermission): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [tableArn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions } },
  });

const allow = (service: string, actions: readonly string[] = [], resources: readonly string[]): PolicyStatement[] =>
  actions.length === 0
    ? []
    : [new PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources: [...resources] })];

type Kind = (may: Permissions, reach: Reach) => readonly PolicyStatement[];

const kinds: readonly Kind[] = [
  ({ table }, { tableArn }) => table.map((permission) => onItems(tableArn, permission)),
  ({ indexes: lists = [] }, { tableArn }) =>
    lists.flatMap((list) => allow("dynamodb", ["Query"], [`${tableArn}/index/${indexes[list].name}`])),
  ({ workflow = [] }, { stateMachine }) => {
    const onExecutions = (action: string) => action === "DescribeExecution";
    return [
      ...allow(
        "states",
        workflow.filter((action) => !onExecutions(action)),
        [stateMachine?.arn ?? ""],
      ),
      ...allow("states", workflow.filter(onExecutions), [stateMachine?.executionArns ?? ""]),
    ];
  },
  ({ deliveries }, { deliveriesArn }) =>
    deliveries && deliveriesArn ? allow("states", ["StartExecution"], [deliveriesArn]) : [],
  ({ topics }, { topicArns }) => allow("sns", topics, topicArns),
  ({ subscriptions }) => allow("sns", subscriptions, ["*"]),
  ({ push }, { endpointArns }) => (push && endpointArns ? allow("sns", ["Publish"], [endpointArns]) : []),
  ({ phones }) => (phones ? [toAnyPhone, ...allow("sns", ["CheckIfPhoneNumberIsOptedOut"], ["*"])] : []),
  ({ secret }, { hashSecretArn }) => (secret ? allow("secretsmanager", ["GetSecretValue"], [hashSecretArn]) : []),
  ({ people }, { userPoolArn }) => allow("cognito-idp", people, [userPoolArn]),
];

/** A phone number has no ARN: whatever has one (every topic and endpoint) is left out instead. */
const toAnyPhone = new PolicyStatement({
  actions: ["sns:Publish"],
  notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
});
