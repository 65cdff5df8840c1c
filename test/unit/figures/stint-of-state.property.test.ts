import fc from "fast-check";
import { expect, test } from "vitest";
import { stintOfState } from "../../../shared/domain/figures/stint-of-state.ts";
import { stintsOf } from "../../../shared/domain/figures/stints.ts";
import { decide } from "../../../shared/domain/lifecycle/decide.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { aPlan, offered, start, stateOf, unassigned } from "../lifecycle/lead-fixtures.ts";
import { anyCommand, anyPause } from "../lifecycle/random-commands.ts";

const plan = aPlan();
const begins: readonly LeadState[] = [offered(), unassigned("nurture"), unassigned("pooled"), unassigned("queued")];

test("whatever becomes of a lead: what its state tells is what its history tells", () => {
  let told = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...begins),
      fc.array(fc.tuple(anyCommand, anyPause), { maxLength: 12 }),
      (begin, steps) => {
        let state = begin;
        const events: LeadEvent[] = [...begin.events];
        let now = start;
        for (const [command, pause] of steps) {
          now += pause;
          const decided = decide(command, state, { now, plan });
          if (!decided.accepted || decided.next === undefined) continue;
          state = stateOf(state, decided.next);
          events.push(...state.events);
          const known = stintOfState(state);
          if (known === undefined) continue;
          told += 1;
          expect(known).toEqual(stintsOf(state, events));
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(told).toBeGreaterThan(250);
});
