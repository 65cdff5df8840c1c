/**
 * What the runner does with a resource type: `run` it (the same behaviour as deployed), `emulate` the part the product
 * uses, or let it pass as `inert`. Any other type is refused: an unknown resource must not silently do nothing.
 */
export type ResourceClass = "run" | "emulate" | "inert";

const classes: Readonly<Record<ResourceClass, readonly (string | RegExp)[]>> = {
  run: [
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Stage",
    "AWS::DynamoDB::GlobalTable",
    "AWS::DynamoDB::Table",
    "AWS::Events::Rule",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::SNS::Subscription",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::Scheduler::Schedule",
    "AWS::StepFunctions::StateMachine",
  ],
  emulate: [
    "AWS::Cognito::UserPool",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPoolGroup",
    "AWS::Cognito::UserPoolUser",
    "AWS::Cognito::UserPoolUserToGroupAttachment",
    "AWS::S3::Bucket",
    "AWS::SecretsManager::Secret",
  ],
  inert: [
    /^AWS::IAM::/,
    /^AWS::CloudWatch::/,
    /^AWS::Logs::/,
    /^AWS::CloudFront::/,
    /^AWS::Budgets::/,
    /^AWS::ApplicationInsights::/,
    /^AWS::ResourceGroups::/,
    /^Custom::/,
    "AWS::CDK::Metadata",
    "AWS::CloudFormation::CustomResource",
    "AWS::Cognito::UserPoolDomain",
    "AWS::Cognito::UserPoolResourceServer",
    "AWS::KMS::Alias",
    "AWS::KMS::Key",
    "AWS::Lambda::LayerVersion",
    "AWS::Lambda::Permission",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::Scheduler::ScheduleGroup",
    "AWS::SecretsManager::ResourcePolicy",
  ],
};

const order: readonly ResourceClass[] = ["run", "emulate", "inert"];

/** The class of a resource type; undefined when it must be refused. */
export function classOf(type: string): ResourceClass | undefined {
  return order.find((name) => classes[name].some((p) => (typeof p === "string" ? p === type : p.test(type))));
}
