import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Alias } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";

export interface TopicsProps {
  readonly alarmEmail?: string | undefined;
}

/** Where messages go out and replies come in. All refuse plain HTTP. */
export class Topics extends Construct {
  /** Agents' e-mail, each subscription filtered to one agent. */
  readonly mail: Topic;
  /** What team leaders are told, filtered by team. */
  readonly leader: Topic;
  /** Replies to text messages: an operator points the tenant's number here. */
  readonly inboundSms: Topic;
  readonly alarm: Topic;

  constructor(scope: Construct, id: string, { alarmEmail }: TopicsProps) {
    super(scope, id);
    // AWS's own key costs nothing. Services such as alarms may not use it, so those topics hold no personal data at rest.
    const masterKey = Alias.fromAliasName(this, "SnsKey", "alias/aws/sns");
    this.mail = new Topic(this, "Mail", { enforceSSL: true, masterKey });
    this.leader = new Topic(this, "Leader", { enforceSSL: true, masterKey });
    this.inboundSms = new Topic(this, "InboundSms", { enforceSSL: true });
    this.alarm = new Topic(this, "Alarm", { enforceSSL: true });
    allow(this.inboundSms, "sms-voice.amazonaws.com");
    allow(this.alarm, "cloudwatch.amazonaws.com");
    if (alarmEmail !== undefined) this.alarm.addSubscription(new EmailSubscription(alarmEmail));
  }
}

/** Lets an AWS service publish, acting for this account only. */
function allow(topic: Topic, service: string): void {
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(service)],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(topic).account } },
    }),
  );
}
