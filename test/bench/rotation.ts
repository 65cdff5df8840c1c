import { NO_CREDITS } from "../../shared/domain/rotation/credits.ts";
import { openCursor } from "../../shared/domain/rotation/cursor.ts";
import type { Roster } from "../../shared/schemas/rotation.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { interleave, median, ratio } from "./measure.ts";
import type { Part } from "./result.ts";
import { smoothRoundRobin } from "./smooth-round-robin.ts";

const sizes = [10, 1_000, 10_000];

/** Microseconds a turn takes in pools of three sizes, against smooth weighted round robin over the same weights. */
export const rotation: Part = async (quick) => {
  const pools = sizes.map((size) => ({ size, roster: rosterOf(size), steps: quick ? 20_000 : 100_000 }));
  const results = [];
  for (const { size, roster, steps } of pools) {
    const measured = await interleave(quick ? 3 : 9, {
      ours: () => cursorStep(roster, steps),
      other: () => smoothStep(roster, Math.min(steps, 20_000_000 / size)),
    });
    results.push({
      part: "rotation",
      name: `a turn among ${size.toLocaleString("en")} members`,
      ours: { what: "quota schedule", value: median(measured.ours), unit: "µs" },
      other: { what: "smooth weighted round robin", value: median(measured.other), unit: "µs" },
      ratio: ratio(measured.other, measured.ours),
    });
  }
  return results;
};

/** Weights from a ramp's third to a top agent's double. */
export function rosterOf(size: number): Roster {
  const random = seededRandom(size);
  const weights = [3_333, 5_000, 10_000, 15_000, 20_000];
  return {
    members: Array.from({ length: size }, (_, i) => ({
      agentId: `agent-${i}`,
      weight: weights[Math.floor(random() * weights.length)] ?? 10_000,
    })),
  };
}

/** A new cursor each time, since it remembers turns; opening it is part of the first step and not counted. */
function cursorStep(roster: Roster, steps: number): number {
  const cursor = openCursor(roster, NO_CREDITS);
  cursor.turn(1);
  return microseconds(steps, (step) => cursor.turn(step + 2));
}

function smoothStep(roster: Roster, steps: number): number {
  const next = smoothRoundRobin(roster.members.map(({ weight }) => weight));
  return microseconds(steps, next);
}

function microseconds(steps: number, step: (number: number) => unknown): number {
  const start = performance.now();
  for (let number = 0; number < steps; number++) step(number);
  return ((performance.now() - start) * 1000) / steps;
}
