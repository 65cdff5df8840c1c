import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

export interface SchedulesProps {
  readonly scheduled: IFunction;
  readonly failedEvents: IQueue;
}

interface Job {
  readonly job: string;
  readonly every: Duration;
  /** On the marks of the clock, where hours, shifts and absences begin: queued leads go out the moment the business opens. */
  readonly onTheClock?: boolean;
  readonly description: string;
}

/**
 * Sweeps behind what events do at once, so that nothing stays stuck after a lost one. Together 12,500 short calls a month,
 * which cost less than one cent; rules of the default bus cost nothing.
 */
const jobs: readonly Job[] = [
  {
    job: "reconcile",
    every: Duration.minutes(15),
    description: "Finds leads without the timer they need, and repairs them",
  },
  {
    job: "figures",
    every: Duration.days(1),
    description: "Works out the agents' figures, and at a quarter's beginning reviews the tiers",
  },
  {
    job: "picking",
    every: Duration.hours(1),
    onTheClock: true,
    description: "In the first hour of the tenant's day: who may pick leads first, and who not for now",
  },
  {
    job: "drain",
    every: Duration.minutes(5),
    onTheClock: true,
    description: "Offers queued leads to whoever can take one now",
  },
];

/** Calls the scheduled function with `{job}`. */
export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { scheduled, failedEvents }: SchedulesProps) {
    super(scope, id);
    for (const { job, every, onTheClock = false, description } of jobs) {
      const minute = every.toMinutes() === 60 ? "0" : `0/${every.toMinutes()}`;
      const schedule = onTheClock ? Schedule.cron({ minute }) : Schedule.rate(every);
      const rule = new Rule(this, job, { description, schedule });
      rule.addTarget(
        new LambdaFunction(scheduled, {
          event: RuleTargetInput.fromObject({ job }),
          deadLetterQueue: failedEvents,
          retryAttempts: 2,
          maxEventAge: every,
        }),
      );
    }
  }
}
