import { describe, expect, it } from "vitest";
import { createMemoryWorld } from "../support/world/memory-world.ts";
import { liveRandomDay } from "../support/world/random-day/random-day.ts";
import { seedsToRun } from "../support/world/seeds.ts";

/**
 * Random days in memory, in virtual time, with throttles, lost replies, crashes between steps and doubled or reordered
 * stream records. A failing seed is printed; `FAIRLEAD_SEED=<seed>` lives that day again.
 */
describe("random days on the in-memory store", () => {
  const seeds = seedsToRun({ quick: 300, soak: 5000 });

  it(`keeps the invariants through ${seeds.length} days`, async () => {
    const failures: string[] = [];
    for (const seed of seeds) {
      const faults = seed % 3 === 0 ? [] : (["throttle", "loseReply", "crash", "duplicate"] as const);
      const world = createMemoryWorld(seed);
      try {
        await liveRandomDay(world, { seed, steps: 20, faults });
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        if (failures.length >= 3) break;
      } finally {
        await world.stop();
      }
    }
    expect(failures.join("\n\n")).toBe("");
  }, 3_600_000);
});
