import { describe, expect, it } from "vitest";
import { cursorOf, openingOf, startCredits } from "../../../shared/domain/rotation/epoch.ts";
import { cursorBefore, replay } from "../../../shared/domain/rotation/replay.ts";
import type { PoolEpoch, PoolSequence, Roster } from "../../../shared/schemas/rotation.ts";
import { counts, members, seeded } from "./life.ts";

interface Drawn {
  readonly epoch: number;
  readonly n: number;
  readonly agentId: string | undefined;
}

/** The writes of the store, without a store. */
function pool() {
  const epochs: PoolEpoch[] = [];
  const drawn: Drawn[] = [];
  let sequence: PoolSequence = { epoch: 0, n: 0, prevN: 0, validUntil: 0, rosterId: "" };
  const current = () => epochs.at(-1);

  return {
    epochs,
    drawn,
    sequence: () => sequence,
    prepare(roster: Roster, rosterId: string, extraTurns?: PoolEpoch["extraTurns"]): PoolEpoch {
      const epoch = current();
      return openingOf(epoch && { sequence, epoch }, {
        rosterId,
        roster,
        openedAt: 0,
        ...(extraTurns && { extraTurns }),
      });
    },
    open(epoch: PoolEpoch): boolean {
      if (epoch.epoch !== sequence.epoch + 1) return false;
      sequence = { epoch: epoch.epoch, n: 0, prevN: sequence.n, validUntil: 0, rosterId: epoch.rosterId };
      epochs.push(epoch);
      return true;
    },
    draw(tickets: number): void {
      const epoch = current();
      if (!epoch) throw new Error("no epoch is open");
      const cursor = cursorOf(epoch, sequence.prevN);
      for (let i = 0; i < tickets; i++) {
        sequence = { ...sequence, n: sequence.n + 1 };
        drawn.push({ epoch: epoch.epoch, n: sequence.n, agentId: cursor.turn(sequence.n)?.agentId });
      }
    },
  };
}

const TEAM = members({ A: 1, B: 1.5, C: 2, D: 0.3333, E: 1 });

function anyTeam(random: () => number): Roster {
  const present = TEAM.filter(() => random() < 0.7);
  return { members: present.length > 0 ? present : TEAM };
}

describe("openingOf", () => {
  it("begins a pool that never drew with epoch 1 and no credit", () => {
    const first = openingOf(undefined, { rosterId: "r1", roster: { members: TEAM }, openedAt: 0 });
    expect(first).toEqual({ rosterId: "r1", roster: { members: TEAM }, openedAt: 0, epoch: 1 });
    expect(startCredits(first, 0)).toEqual({ members: {}, tiers: {} });
  });

  it("counts tickets that are drawn after the next epoch was prepared", () => {
    const one = pool();
    one.open(one.prepare({ members: members({ A: 1, B: 1 }) }, "r1"));
    one.draw(1);
    const prepared = one.prepare({ members: members({ A: 1, B: 1, C: 1 }) }, "r2");
    one.draw(4);
    one.open(prepared);
    expect(startCredits(prepared, one.sequence().prevN).members).toMatchObject({
      A: { received: 3 },
      B: { received: 2 },
    });
  });

  it("lets one of two openers win, whichever it is", () => {
    const one = pool();
    one.open(one.prepare({ members: TEAM }, "r1"));
    one.draw(3);
    const mine = one.prepare({ members: TEAM.slice(1) }, "r2");
    const theirs = one.prepare({ members: TEAM.slice(2) }, "r3");
    expect([one.open(theirs), one.open(mine)]).toEqual([true, false]);
    one.draw(5);
    expect(counts(one.drawn.slice(3).map(({ agentId }) => agentId ?? "")).B).toBeUndefined();
  });

  it("grants the extra turns of returned leads at its start", () => {
    const one = pool();
    one.open(one.prepare({ members: members({ A: 1, B: 1, C: 1 }) }, "r1"));
    one.draw(6);
    one.open(one.prepare({ members: members({ A: 1, B: 1, C: 1 }) }, "r2", [{ agentId: "C", leadId: "ld_1" }]));
    one.draw(4);
    expect(counts(one.drawn.slice(6).map(({ agentId }) => agentId ?? ""))).toEqual({ A: 1, B: 1, C: 2 });
  });
});

describe("replay", () => {
  it("tells who had every ticket of every epoch from the stored epochs and the sequence", () => {
    const random = seeded(5);
    const one = pool();
    for (let i = 1; i <= 60; i++) {
      one.open(one.prepare(anyTeam(random), `r${i}`));
      one.draw(Math.floor(random() * 15));
    }
    const replayed = replay(one.epochs, one.sequence());
    expect(replayed.every(({ proven }) => proven)).toBe(true);
    one.draw(3);
    const tickets = replay(one.epochs, one.sequence()).map(({ epoch, tickets }) => [epoch, tickets]);
    expect(tickets).toEqual(
      one.epochs.map(({ epoch }) => [epoch, one.drawn.filter((ticket) => ticket.epoch === epoch).length]),
    );
    for (const { epoch, n, agentId } of one.drawn) {
      expect(replayed[epoch - 1]?.cursor.turn(n)?.agentId).toBe(agentId);
      const successor = one.epochs[epoch];
      if (successor) expect(cursorBefore(successor)?.turn(n)?.agentId).toBe(agentId);
    }
  });

  it("finds an epoch whose roster was changed afterwards", () => {
    const one = pool();
    for (let i = 1; i <= 3; i++) {
      one.open(one.prepare({ members: TEAM }, `r${i}`));
      one.draw(4);
    }
    const forged = one.epochs.map((epoch, i) => (i === 1 ? { ...epoch, roster: { members: TEAM.slice(1) } } : epoch));
    expect(replay(forged, one.sequence()).map(({ proven }) => proven)).toEqual([true, false, true]);
  });
});
