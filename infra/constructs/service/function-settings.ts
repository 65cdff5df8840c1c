import { Duration } from "aws-cdk-lib";
import type { FunctionName } from "../../permissions.ts";

export interface FunctionSettings {
  /** Of the construct, and so of the function's name. */
  readonly id: string;
  readonly description: string;
  readonly timeout: Duration;
  /** MB. Processor time grows with it: people wait for those that answer, nobody for the others. */
  readonly memorySize: number;
  /** Why some of its rights name resources by a pattern, by the pattern's end. */
  readonly patterns?: Readonly<Record<string, string>>;
}

const seconds = Duration.seconds;

export const functionSettings: Readonly<Record<FunctionName, FunctionSettings>> = {
  intake: {
    id: "Intake",
    description: "Takes leads in and answers with the verdict",
    // Markers of an intake that died are taken over after 30 s: it must be over by then.
    timeout: seconds(10),
    memorySize: 512,
  },
  "agent-api": {
    id: "AgentApi",
    description: "Agents' link pages, actions and pool",
    timeout: seconds(30),
    memorySize: 512,
  },
  "admin-api": {
    id: "AdminApi",
    description: "Plan, team, sources, areas and reports",
    timeout: seconds(30),
    memorySize: 512,
  },
  stream: {
    id: "Stream",
    description: "Makes everything that follows from a lead's new version",
    timeout: seconds(30),
    memorySize: 256,
    patterns: { "/*": "Lambda chooses the names of failed records, SNS the ids of push endpoints." },
  },
  workflow: {
    id: "Workflow",
    description: "Decides what happens when a lead's time is up",
    timeout: seconds(30),
    memorySize: 256,
  },
  delivery: {
    id: "Delivery",
    description: "Takes shares of leads to buyers",
    timeout: seconds(30),
    memorySize: 256,
  },
  scheduled: {
    id: "Scheduled",
    description: "Repairs and sweeps",
    timeout: seconds(300),
    memorySize: 256,
    patterns: {
      ":*": "Executions are named after leads; all of them belong to this tenant's workflow.",
      "/*": "SNS chooses the ids of push endpoints.",
    },
  },
  "sms-replies": {
    id: "SmsReplies",
    description: "Agents' replies to text messages",
    timeout: seconds(30),
    memorySize: 256,
  },
};
