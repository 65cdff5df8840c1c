import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalProduct, startLocalProduct } from "../support/world/local-product.ts";
import { liveRandomDay } from "../support/world/random-day/random-day.ts";
import { seedsToRun } from "../support/world/seeds.ts";

const minute = 60_000;
const jumps = [minute, 5 * minute, 15 * minute, 60 * minute];

/** The same random days through the whole product: HTTP, Lambda workers, DynamoDB Local, streams, state machine. */
describe("random days on the whole product", () => {
  let world: LocalProduct;
  beforeAll(async () => {
    world = await startLocalProduct();
  });
  afterAll(() => world.stop());

  const seeds = seedsToRun({ quick: 20, soak: 200 });

  it(`keeps the invariants through ${seeds.length} days`, async () => {
    const failures: string[] = [];
    for (const seed of seeds) {
      const faults = seed % 3 === 0 ? [] : (["throttle", "loseReply", "crash", "duplicate", "reorder"] as const);
      try {
        await world.reset();
        await liveRandomDay(world, { seed, steps: 8, faults, jumps });
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        if (failures.length >= 3) break;
      }
    }
    expect(failures.join("\n\n")).toBe("");
  }, 3_600_000);
});
