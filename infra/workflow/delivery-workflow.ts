import { undelivered } from "../../shared/contract/workflow.ts";
import { decide } from "./calls.ts";
import { retryMinutes } from "./retries.ts";
import type { Definition } from "./states-language.ts";

export interface DeliveryResources {
  readonly deliveryFunctionArn: string;
}

/**
 * One share on its way to one buyer (C11): tried for about an hour and a half, then given up, and the share goes to the
 * next recipient. Usually one call. The stream never waits for somebody else's server.
 */
export function deliveryWorkflow({ deliveryFunctionArn }: DeliveryResources): Definition<"Deliver" | "GiveUp"> {
  const deliver = decide(deliveryFunctionArn, "Deliver", "minutes");
  return {
    Comment: "One share of a lead on its way to one buyer. The share is the truth; this tries again.",
    QueryLanguage: "JSONata",
    StartAt: "Deliver",
    States: {
      Deliver: {
        Type: "Task",
        Comment: "The share is sent, signed; the buyer may refuse it in the answer (C11).",
        ...deliver,
        Retry: [
          ...retryMinutes("lambda"),
          {
            ErrorEquals: [undelivered],
            IntervalSeconds: 10,
            BackoffRate: 3,
            MaxAttempts: 7,
            MaxDelaySeconds: 3600,
            JitterStrategy: "FULL",
          },
        ],
        TimeoutSeconds: 60,
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "GiveUp" }],
        End: true,
      },
      GiveUp: {
        Type: "Task",
        Comment: "The buyer cannot be reached: the next recipient gets the share.",
        ...decide(deliveryFunctionArn, "GiveUp", "hours"),
        TimeoutSeconds: 60,
        Catch: [],
        End: true,
      },
    },
  };
}
