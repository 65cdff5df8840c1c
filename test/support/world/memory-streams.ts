import { drainQueue } from "../../../shared/usecases/lifecycle/queue/drain-queue.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";
import { type Change, handleChange } from "../../../shared/usecases/stream/handle-change.ts";

interface Record {
  readonly item: string;
  readonly change: Change;
}

/**
 * A stream of the items' changes: in order for each item, in seeded random order between items, some delivered twice. A
 * record that fails comes again.
 */
export function createMemoryStream(ports: Ports, random: () => number) {
  const waiting: Record[] = [];
  let running: Promise<void> | undefined;
  let doubled = 0.05;

  async function run(): Promise<void> {
    let drain = false;
    for (let attempts = 0; waiting.length > 0; attempts++) {
      if (attempts > 10_000) throw new Error(`the stream makes no headway: ${JSON.stringify(waiting[0])}`);
      const record = pick();
      try {
        drain = (await handleChange(ports, record.change)).drain || drain;
        if (random() >= doubled) waiting.splice(waiting.indexOf(record), 1);
      } catch (error) {
        if (!isFault(error)) throw error;
      }
    }
    const routing = drain ? withPlan(await ports.config.current()) : undefined;
    if (routing) await drained(routing);
  }

  async function drained(routing: NonNullable<ReturnType<typeof withPlan>>): Promise<void> {
    try {
      await drainQueue(ports, routing);
    } catch (error) {
      if (!isFault(error)) throw error;
    }
    if (waiting.length > 0) await run();
  }

  /** The oldest record of a random item. */
  function pick(): Record {
    const items = [...new Set(waiting.map(({ item }) => item))];
    const item = items[Math.floor(random() * items.length)];
    const record = waiting.find((each) => each.item === item);
    if (!record) throw new Error("nothing is waiting");
    return record;
  }

  return {
    push(item: string, change: Change): void {
      waiting.push({ item, change });
    },
    busy: () => waiting.length > 0 || running !== undefined,
    doubleOften(): void {
      doubled = 0.3;
    },
    /** Until nothing waits. */
    async flow(): Promise<void> {
      while (waiting.length > 0 || running) {
        running ??= run().finally(() => {
          running = undefined;
        });
        await running;
      }
    },
  };
}

const faultNames = new Set(["CrashError", "ProvisionedThroughputExceededException", "TimeoutError", "HistoryGap"]);
export const isFault = (error: unknown): boolean => error instanceof Error && faultNames.has(error.name);
