import { describe, expect, it } from "vitest";
import type { Member, Roster } from "../../../shared/schemas/rotation.ts";
import { FULL, life, seeded } from "./life.ts";

const WEIGHTS = [0.25, 0.3333, 0.5, 1, 1, 1.5, 2, 3, 5].map((share) => share * FULL);

interface Agent {
  readonly agentId: string;
  weight: number;
  present: boolean;
}

/** What may happen to a team between two epochs. */
type Change = (team: Agent[], random: () => number, day: number) => void;

const CHANGES: Readonly<Record<string, Change>> = {
  "comings and goings": (team, random) => {
    const one = any(team, random);
    one.present = !one.present;
  },
  "office hours in four shifts": (team, random, day) => {
    for (const [i, agent] of team.entries()) agent.present = (day + i) % 4 < 2 && random() < 0.95;
  },
  "new weights": (team, random) => {
    any(team, random).weight = any(WEIGHTS, random);
  },
  "people leaving for ever and others joining": (team, random, day) => {
    const i = Math.floor(random() * team.length);
    if (random() < 0.2) team[i] = { agentId: `new-${day}`, weight: any(WEIGHTS, random), present: true };
    else any(team, random).present = random() < 0.8;
  },
  "all of it": (team, random, day) => {
    const which = ["comings and goings", "office hours in four shifts", "new weights"] as const;
    CHANGES[any(which, random)]?.(team, random, day);
    if (random() < 0.1) CHANGES["people leaving for ever and others joining"]?.(team, random, day);
  },
};

/** Few leads an epoch leave most turns half earned, many let the schedule settle: both must hold. */
const LEADS: Readonly<Record<string, (random: () => number, size: number) => number>> = {
  "one lead": () => 1,
  "a few leads": (random) => Math.floor(random() * 5),
  "a few rounds": (random, size) => Math.floor(random() * 3 * size),
};

describe.each(Object.keys(CHANGES))("5,000 roster changes: %s", (change) => {
  it.each(Object.keys(LEADS))("never 1.5 leads away from the due share, at any ticket, with %s each", (leads) => {
    for (const size of [2, 5, 10, 20]) {
      const random = seeded(size * 7 + change.length + leads.length);
      const team = Array.from({ length: size }, (_, i) => agent(`a-${i}`, any(WEIGHTS, random)));
      const pool = life();
      for (let day = 0; day < 5_000; day++) {
        const roster = rosterOf(team);
        const tickets = LEADS[leads]?.(random, size) ?? 0;
        if (roster.members.length > 0) pool.epoch(roster, tickets);
        CHANGES[change]?.(team, random, day);
      }
      expect(pool.worst()).toBeLessThan(1.5);
      expect(sumOfCredits(pool.credits())).toBe(0);
    }
  });
});

describe("daily office hours", () => {
  it("give a ramped newcomer among 41 the due share over 60 days: nobody starves", () => {
    const team = Array.from({ length: 41 }, (_, i) => agent(`a-${i}`, i === 40 ? 3_333 : FULL));
    const pool = life();
    for (let day = 0; day < 60; day++) {
      // Early and late shift, half the team each, the newcomer in both; 35 leads a shift.
      for (const shift of [0, 1]) {
        for (const [i, one] of team.entries()) one.present = i === 40 || i % 2 === shift;
        pool.epoch(rosterOf(team), 35);
      }
    }
    expect(pool.due("a-40")).toBeGreaterThan(60);
    expect(Math.abs(pool.received("a-40") - pool.due("a-40"))).toBeLessThan(1);
    expect(pool.worst()).toBeLessThan(1.5);
  });

  it("give it even when a day has fewer leads than the newcomer needs for one turn", () => {
    const team = Array.from({ length: 41 }, (_, i) => agent(`a-${i}`, i === 40 ? 3_333 : FULL));
    const pool = life();
    for (let day = 0; day < 6_000; day++) pool.epoch(rosterOf(day % 2 === 0 ? team : team.slice(1)), 1);
    expect(pool.due("a-40")).toBeGreaterThan(48);
    expect(Math.abs(pool.received("a-40") - pool.due("a-40"))).toBeLessThan(1);
  });
});

describe("an absence", () => {
  it("brings neither a flood nor a drought: the next 20 turns hold the due share within two", () => {
    const random = seeded(20);
    for (let round = 0; round < 300; round++) {
      const team = Array.from({ length: 2 + Math.floor(random() * 12) }, (_, i) =>
        agent(`a-${i}`, any(WEIGHTS, random)),
      );
      const roster = rosterOf(team);
      const returner = team[0] ?? agent("a-0", FULL);
      const pool = life();
      pool.epoch(roster, Math.floor(random() * 100));
      pool.epoch(rosterOf(team.slice(1)), Math.floor(random() * 200));
      const total = roster.members.reduce((sum, { weight }) => sum + weight, 0);
      const tickets = Math.ceil((20 * total) / returner.weight);
      const got = pool.epoch(roster, tickets).filter((agentId) => agentId === returner.agentId).length;
      expect(Math.abs(got - 20)).toBeLessThanOrEqual(2);
    }
  });
});

function agent(agentId: string, weight: number): Agent {
  return { agentId, weight, present: true };
}

function rosterOf(team: readonly Agent[]): Roster {
  const members: Member[] = team.filter((one) => one.present).map(({ agentId, weight }) => ({ agentId, weight }));
  return { members };
}

function sumOfCredits(credits: { readonly members: Readonly<Record<string, { readonly credit: number }>> }): number {
  return Object.values(credits.members).reduce((sum, { credit }) => sum + credit, 0);
}

function any<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error("an empty list");
  return one;
}
