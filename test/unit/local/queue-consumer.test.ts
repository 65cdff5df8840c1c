import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Functions } from "../../../infra/local/lambda/functions.ts";
import type { InvokeReply } from "../../../infra/local/lambda/messages.ts";
import { createQueueConsumer } from "../../../infra/local/queues/queue-consumer.ts";
import { createQueues } from "../../../infra/local/queues/queues.ts";
import { createActivity } from "../../../infra/local/time/activity.ts";
import { createClock } from "../../../infra/local/time/clock.ts";

const arn = "arn:aws:sqs:eu-central-1:1:work";
const definition = { label: "work", url: "https://sqs/work", arn, visibilityTimeout: 30, redrive: undefined };

/** A queue that feeds a function answering as told; `bodies` are those of each invocation. */
function consuming(answer: (ids: readonly string[], call: number) => InvokeReply, reportsItemFailures = false) {
  const clock = createClock();
  const activity = createActivity();
  const queues = createQueues([definition], clock.now);
  const bodies: string[][] = [];
  const functions: Pick<Functions, "invoke"> = {
    invoke: async (_, event) => {
      const { Records }: { Records: { messageId: string; body: string }[] } = JSON.parse(event);
      bodies.push(Records.map(({ body }) => body));
      return answer(
        Records.map(({ messageId }) => messageId),
        bodies.length,
      );
    },
  };
  const mapping = {
    id: "Mapping",
    functionName: "worker",
    source: arn,
    batchSize: 2,
    lanes: 1,
    bisect: false,
    retries: undefined,
    reportsItemFailures,
    patterns: [],
    onFailure: undefined,
  };
  createQueueConsumer({ mapping, region: "eu-central-1", queues, functions, clock, activity });
  const settle = async () => {
    await nextTurn();
    await activity.idle(1000);
  };
  return { clock, queues, bodies, settle };
}

describe("queue consumer", () => {
  it("removes what the function handled", async () => {
    const { queues, bodies, settle } = consuming(() => ({ payload: "null" }));
    queues.send(arn, "one");
    await settle();
    expect(bodies).toEqual([["one"]]);
    expect(queues.messages(arn)).toEqual([]);
  });

  it("tries a failed message again when it has become visible, in virtual time", async () => {
    const { clock, queues, bodies, settle } = consuming((_, call) =>
      call === 1 ? { error: { errorType: "Error", errorMessage: "x" } } : { payload: "null" },
    );
    queues.send(arn, "one");
    await settle();
    expect(bodies).toHaveLength(1);
    await clock.advanceTo(clock.now() + 31_000, settle);
    expect(bodies).toEqual([["one"], ["one"]]);
    expect(queues.messages(arn)).toEqual([]);
  });

  it("keeps only the messages a function reports as failed", async () => {
    const { queues, settle } = consuming(
      ([first]) => ({ payload: JSON.stringify({ batchItemFailures: [{ itemIdentifier: first }] }) }),
      true,
    );
    queues.send(arn, "one");
    await settle();
    expect(queues.messages(arn).map(({ body }) => body)).toEqual(["one"]);
  });
});
