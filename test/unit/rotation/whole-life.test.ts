import { describe, expect, it } from "vitest";
import type { Member, Roster } from "../../../shared/schemas/rotation.ts";
import { FULL, life, seeded } from "./life.ts";

const soak = process.env.FAIRLEAD_SOAK !== undefined;
const SIZES = soak ? [2, 3, 5, 10, 20, 35, 50] : [2, 6, 20];
const WEIGHTS = [0.25, 0.3333, 0.5, 1, 1, 1.5, 2, 3, 5].map((share) => share * FULL);

interface Agent {
  readonly agentId: string;
  weight: number;
  present: boolean;
  /** The day on which a ramp began that goes by thirds of a full share. */
  rampedSince?: number;
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
  "any weight from a quarter to five, to the ten-thousandth": (team, random) => {
    any(team, random).weight = 2_500 + Math.floor(random() * 47_501);
  },
  "newcomers whose share grows by thirds": (team, random, day) => {
    for (const agent of team) {
      const days = day - (agent.rampedSince ?? Number.NEGATIVE_INFINITY);
      agent.weight = days < 30 ? 3_333 : days < 60 ? 6_667 : FULL;
    }
    if (random() < 0.02) any(team, random).rampedSince = day;
    any(team, random).present = random() < 0.8;
  },
  "people leaving for ever and others joining": (team, random, day) => {
    const i = Math.floor(random() * team.length);
    if (random() < 0.05) team[i] = { agentId: `new-${day}`, weight: any(WEIGHTS, random), present: true };
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
    for (const size of SIZES) {
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
  it("of any length, in any life, brings neither a flood nor a drought: of the next 20 turns all within two", () => {
    const random = seeded(20);
    for (let round = 0; round < (soak ? 3_000 : 150); round++) {
      const team = Array.from({ length: 2 + Math.floor(random() * 12) }, (_, i) =>
        agent(`a-${i}`, 2_500 + Math.floor(random() * 47_501)),
      );
      const pool = life();
      for (let day = 0; day < 20; day++) {
        for (const one of team) one.present = random() < 0.7;
        if (team.some((one) => one.present)) pool.epoch(rosterOf(team), Math.floor(random() * 30));
      }
      const [returner = agent("a-0", FULL), ...others] = team;
      for (const one of others) one.present = true;
      pool.epoch(rosterOf(others), Math.floor(random() * 200));
      returner.present = true;
      const roster = rosterOf(team);
      const total = roster.members.reduce((sum, { weight }) => sum + weight, 0);
      const tickets = Math.ceil((20 * total) / returner.weight);
      const got = pool.epoch(roster, tickets).filter((agentId) => agentId === returner.agentId).length;
      expect(Math.abs(got - 20)).toBeLessThanOrEqual(2);
    }
  });
});

describe("an unchanged roster of 2 to 50 with any weights", () => {
  it("never has anybody a full lead away from the due share", () => {
    const random = seeded(50);
    for (let round = 0; round < (soak ? 400 : 20); round++) {
      const team = Array.from({ length: 2 + Math.floor(random() * 49) }, (_, i) =>
        agent(`a-${i}`, 2_500 + Math.floor(random() * 47_501)),
      );
      const pool = life();
      pool.epoch(rosterOf(team), 10 * team.length);
      expect(pool.worst()).toBeLessThan(1);
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
