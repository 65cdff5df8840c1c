import { itemOf, type StreamRecord } from "./stream-record.ts";

/** Pseudo-random numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Mixes records of different items at random; those of one item keep their order, as DynamoDB promises. */
export function mixItems(records: readonly StreamRecord[], random: () => number): readonly StreamRecord[] {
  const byItem = Map.groupBy(records, itemOf);
  const queues = [...byItem.values()].map((entries) => [...entries]);
  const mixed: StreamRecord[] = [];
  while (queues.length > 0) {
    const chosen = Math.floor(random() * queues.length);
    const queue = queues[chosen] ?? [];
    mixed.push(...queue.splice(0, 1));
    if (queue.length === 0) queues.splice(chosen, 1);
  }
  return mixed;
}
