import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mixItems, seededRandom } from "../../../../infra/local/streams/seeded-order.ts";
import type { StreamRecord } from "../../../../infra/local/streams/stream-record.ts";

const recordOf = (item: number, index: number): StreamRecord => ({
  eventID: `${index}`,
  eventName: "MODIFY",
  dynamodb: { Keys: { pk: { S: `${item}` } }, SequenceNumber: `${index}` },
});
const idsOf = (records: readonly StreamRecord[]) => records.map(({ eventID }) => eventID);
const items = fc.array(fc.nat({ max: 5 }), { maxLength: 30 }).map((keys) => keys.map(recordOf));

describe("mixItems", () => {
  it("keeps all records and the order within each item", () => {
    fc.assert(
      fc.property(items, fc.integer(), (records, seed) => {
        const mixed = mixItems(records, seededRandom(seed));
        expect(idsOf(mixed).toSorted()).toEqual(idsOf(records).toSorted());
        for (const of of Map.groupBy(mixed, ({ dynamodb }) => JSON.stringify(dynamodb.Keys)).values()) {
          const numbers = of.map(({ eventID }) => Number(eventID));
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it("gives the same order for the same seed, others for others", () => {
    const records = Array.from({ length: 8 }, (_, index) => recordOf(index, index));
    const orders = [1, 1, 2, 3].map((seed) => idsOf(mixItems(records, seededRandom(seed))).join());
    expect(orders[0]).toBe(orders[1]);
    expect(new Set(orders).size).toBe(3);
  });
});
