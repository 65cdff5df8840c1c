import { join } from "node:path";
import { RemovalPolicy } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { EnvName } from "../../../shared/contract/environment.ts";
import type { FunctionName } from "../../permissions.ts";
import { acknowledgePatterns } from "../acknowledge.ts";
import type { FunctionSettings } from "./function-settings.ts";

export interface ServiceFunctionProps {
  /** Folder of `functions/` with the `handler.ts`. */
  readonly name: FunctionName;
  readonly settings: Omit<FunctionSettings, "id">;
  readonly environment: Readonly<Partial<Record<EnvName, string>>>;
  readonly statements: readonly PolicyStatement[];
}

const root = join(import.meta.dirname, "../../..");

/** A Lambda function: one bundle, one role with nothing but what it is given, one log group that forgets. */
export class ServiceFunction extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Logs", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = createRole(this, logGroup, props);
    const { description, timeout, memorySize } = props.settings;
    this.function = new NodejsFunction(this, "Function", {
      entry: join(root, "functions", props.name, "handler.ts"),
      description,
      timeout,
      memorySize,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      environment: { ...props.environment, NODE_OPTIONS: "--enable-source-maps" },
      // The role is complete: nothing that CDK would add by itself gets in.
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // Start, end and report lines of every call cost more to keep than the calls.
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      projectRoot: root,
      depsLockFilePath: join(root, "package-lock.json"),
      bundling: {
        format: OutputFormat.CJS,
        target: "node24",
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        bundleAwsSDK: true,
        logLevel: LogLevel.WARNING,
        mainFields: ["module", "main"],
      },
    });
  }
}

function createRole(
  scope: Construct,
  logGroup: LogGroup,
  { statements, settings: { patterns } }: ServiceFunctionProps,
): Role {
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    inlinePolicies: {
      Logs: document(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.logGroupArn]),
      Traces: document(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"]),
      Service: new PolicyDocument({ statements: [...statements] }),
    },
  });
  acknowledgePatterns(role, { "::*": "Traces have no resource that a policy could name.", ...patterns });
  return role;
}

const document = (actions: string[], resources: string[]): PolicyDocument =>
  new PolicyDocument({ statements: [new PolicyStatement({ actions, resources })] });
