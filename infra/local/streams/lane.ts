import { setTimeout as pause } from "node:timers/promises";
import type { Fault, Faults } from "../faults.ts";
import type { Activity } from "../time/activity.ts";
import { mixItems, seededRandom } from "./seeded-order.ts";
import type { StreamRecord } from "./stream-record.ts";

/** A queue of records that is worked off batch by batch, one at a time. */
export interface Lane {
  readonly add: (record: StreamRecord) => void;
}

interface Options {
  readonly label: string;
  readonly batchSize: number;
  readonly deliver: (records: readonly StreamRecord[]) => Promise<void>;
  readonly faults: Faults;
  readonly activity: Activity;
}

/** Real ms a reordered lane waits, so that there is something to reorder. */
const gathering = 20;

/** Works like one shard of a mapping; `reorder` and `duplicate` faults strike here. */
export function createLane({ label, batchSize, deliver, faults, activity }: Options): Lane {
  let queue: StreamRecord[] = [];
  let running = false;
  let random: { readonly seed: number; readonly next: () => number } | undefined;

  const strike = (kind: "duplicate" | "reorder", text: () => string): Fault | undefined => {
    const armed = faults.pending().some((fault) => fault.service === "streams" && fault.kind === kind);
    return armed ? faults.take({ service: "streams", operation: kind, function: label, text: text() }) : undefined;
  };

  const nextBatch = async (): Promise<readonly StreamRecord[]> => {
    const fault = strike("reorder", () => JSON.stringify(queue));
    if (fault === undefined) return queue.splice(0, batchSize);
    await pause(gathering);
    if (random?.seed !== fault.seed) random = { seed: fault.seed, next: seededRandom(fault.seed) };
    queue = [...mixItems(queue, random.next)];
    return queue.splice(0, 1 + Math.floor(random.next() * Math.min(batchSize, queue.length)));
  };

  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = await nextBatch();
      await deliver(batch);
      if (strike("duplicate", () => JSON.stringify(batch)) !== undefined) await deliver(batch);
    }
  };

  return {
    add: (record) => {
      queue.push(record);
      if (running) return;
      running = true;
      const end = activity.begin(`stream records for ${label}`);
      // Starts after the reader has handed on its whole page, so that a batch is as large as it can be.
      void Promise.resolve()
        .then(work)
        .finally(() => {
          running = false;
          end();
        });
    },
  };
}
