import type { World, WorldFault } from "../world.ts";
import { drawAct } from "./acts.ts";
import { checkDay } from "./check-day.ts";
import { openDay } from "./day.ts";
import type { Tenant } from "./tenant.ts";
import { tenantOf } from "./tenants.ts";

interface RandomDay {
  readonly seed: number;
  readonly steps: number;
  readonly faults: readonly WorldFault[];
  /** How long may pass at once, ms: minutes to days by default. */
  readonly jumps?: readonly number[];
  /** By the seed when left out. */
  readonly tenant?: Tenant;
}

const minute = 60_000;
const hour = 60 * minute;
const anyJump = [minute, 5 * minute, 15 * minute, hour, 6 * hour, 24 * hour, 96 * hour];

/**
 * Random intakes, answers, contacts, absences and hours going by, several at once and with faults in between; then the
 * invariants. Throws with the seed and what was done, so that the same day can be lived again.
 */
export async function liveRandomDay(
  world: World,
  { seed, steps, faults, jumps = anyJump, tenant = tenantOf(seed) }: RandomDay,
): Promise<void> {
  const crashes = faults.length > 0;
  const day = await openDay(world, tenant, seed);
  for (let step = 0; step < steps; step++) {
    if (crashes && day.chance(0.15)) {
      const fault = day.pick(faults);
      day.faulty(true);
      day.note(`fault: ${fault}`);
      await world.inject(fault, day.random);
    }
    const atOnce = 1 + Math.floor(day.random() * 4);
    await Promise.all(Array.from({ length: atOnce }, () => drawAct(day)));
    if (day.chance(0.35)) {
      const ms = day.pick(jumps);
      day.note(`${ms / minute} min pass`);
      await world.advance(ms);
    }
    if (day.chance(0.15)) await checkDay(day, { crashes, when: "half way" });
  }
  await checkDay(day, { crashes, when: "at the end" });
}
