import { describe, expect, it } from "vitest";
import type { EventSourceMapping } from "../../../../infra/local/lambda/event-source-mapping.ts";
import type { InvokeReply } from "../../../../infra/local/lambda/messages.ts";
import { createBatchDelivery, type FailedBatch } from "../../../../infra/local/streams/batch-delivery.ts";
import type { StreamRecord } from "../../../../infra/local/streams/stream-record.ts";

const mapping: EventSourceMapping = {
  id: "Mapping",
  functionName: "consumer",
  source: "stream",
  batchSize: 10,
  lanes: 1,
  bisect: false,
  retries: 2,
  reportsItemFailures: false,
  patterns: [],
  onFailure: undefined,
};

const records = [..."abcd"].map(
  (id): StreamRecord => ({
    eventID: id,
    eventName: "INSERT",
    dynamodb: { Keys: { pk: { S: id } }, SequenceNumber: id },
  }),
);
const boom: InvokeReply = { error: { errorType: "Error", errorMessage: "boom" } };
const fine: InvokeReply = { payload: "null" };
const failing = (...ids: string[]): InvokeReply => ({
  payload: JSON.stringify({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) }),
});

/** Delivers a–d to a function answering as `answer` says; returns the batches it saw and those given up. */
async function deliver(settings: Partial<EventSourceMapping>, answer: (batch: string, call: number) => InvokeReply) {
  const seen: string[] = [];
  const lost: FailedBatch[] = [];
  const invoke = async (batch: readonly StreamRecord[]): Promise<InvokeReply> => {
    seen.push(batch.map(({ eventID }) => eventID).join(""));
    return answer(seen.at(-1) ?? "", seen.length);
  };
  await createBatchDelivery({ mapping: { ...mapping, ...settings }, invoke, onGivenUp: (batch) => lost.push(batch) })(
    records,
  );
  return { seen, lost: lost.map((batch) => batch.records.map(({ eventID }) => eventID).join("")) };
}

describe("batch delivery", () => {
  it("delivers once when all goes well", async () => {
    expect(await deliver({}, () => fine)).toEqual({ seen: ["abcd"], lost: [] });
  });

  it("repeats the whole batch after an error, then gives it up", async () => {
    expect(await deliver({}, () => boom)).toEqual({ seen: ["abcd", "abcd", "abcd"], lost: ["abcd"] });
    expect(await deliver({}, (_, call) => (call < 3 ? boom : fine))).toEqual({
      seen: ["abcd", "abcd", "abcd"],
      lost: [],
    });
  });

  it("repeats from the lowest reported failure on", async () => {
    const answer = (_: string, call: number) => (call === 1 ? failing("d", "c") : fine);
    expect(await deliver({ reportsItemFailures: true }, answer)).toEqual({ seen: ["abcd", "cd"], lost: [] });
  });

  it("ignores reports of a mapping that does not ask for them", async () => {
    expect((await deliver({}, () => failing("a"))).seen).toEqual(["abcd"]);
  });

  it("halves a failing batch until the poison is alone, without spending retries on it", async () => {
    const answer = (batch: string) => (batch.includes("c") ? boom : fine);
    const { seen, lost } = await deliver({ bisect: true, retries: 1 }, answer);
    expect(seen).toEqual(["abcd", "ab", "cd", "c", "c", "d"]);
    expect(lost).toEqual(["c"]);
  });

  it("fails the whole batch when a report names no item", async () => {
    const nameless: InvokeReply = { payload: '{"batchItemFailures":[{"itemIdentifier":""}]}' };
    const { seen } = await deliver({ reportsItemFailures: true, retries: 0 }, () => nameless);
    expect(seen).toEqual(["abcd"]);
  });
});
