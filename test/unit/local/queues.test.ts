import { describe, expect, it } from "vitest";
import { createQueues } from "../../../infra/local/queues/queues.ts";

const queue = (label: string, redrive?: { arn: string; maxReceiveCount: number }) => ({
  label,
  url: `https://sqs/${label}`,
  arn: `arn:${label}`,
  visibilityTimeout: 30,
  redrive,
});

describe("queues", () => {
  it("hides a received message for its time, by the clock given", () => {
    let now = 0;
    const queues = createQueues([queue("work")], () => now);
    queues.send("https://sqs/work", "one");
    expect(queues.receive("arn:work", 10).map(({ body }) => body)).toEqual(["one"]);
    expect(queues.receive("arn:work", 10)).toEqual([]);
    now = 30_000;
    expect(queues.receive("arn:work", 10)).toHaveLength(1);
  });

  it("removes what was handled, and only by the newest receipt", () => {
    let now = 0;
    const queues = createQueues([queue("work")], () => now);
    queues.send("arn:work", "one");
    const receipt = queues.receive("arn:work", 1)[0]?.receipt ?? "";
    now = 60_000;
    queues.receive("arn:work", 1);
    queues.remove("arn:work", receipt);
    expect(queues.messages("arn:work")).toHaveLength(1);
  });

  it("moves what was received too often to the dead-letter queue", () => {
    let now = 0;
    const queues = createQueues([queue("work", { arn: "arn:dead", maxReceiveCount: 2 }), queue("dead")], () => now);
    queues.send("arn:work", "poison");
    for (let time = 0; time < 3; time += 1, now += 30_000) queues.receive("arn:work", 1);
    expect(queues.messages("arn:work")).toEqual([]);
    expect(queues.messages("arn:dead").map(({ body }) => body)).toEqual(["poison"]);
  });

  it("throws for a queue the template does not have", () => {
    expect(() => createQueues([], () => 0).send("arn:none", "x")).toThrow("arn:none");
  });
});
