import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { dutiesFrom, dutyAt } from "../../../shared/domain/on-call/rota.ts";
import { onCall, type Rota } from "../../../shared/schemas/plan/on-call.ts";

const zone = "Europe/Berlin";
const rotaOf = (given: object): Rota => {
  const { rota } = onCall.parse({ rota: { startsOn: "2026-11-02", ...given } });
  if (rota === undefined) throw new Error("no rota");
  return rota;
};
const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();
const local = (instant: number) => DateTime.fromMillis(instant, { zone }).toFormat("ccc dd.MM. HH:mm");

describe("who is on call (C17)", () => {
  it("changes weekly at the hour the plan names; the others stand in, in the order of their turns", () => {
    const rota = rotaOf({ agents: ["a", "b", "c"], changesAt: "08:00" });
    expect(dutyAt(rota, zone, at("2026-11-02T08:00")).agents).toEqual(["a", "b", "c"]);
    expect(dutyAt(rota, zone, at("2026-11-09T07:59")).agents).toEqual(["a", "b", "c"]);
    expect(dutyAt(rota, zone, at("2026-11-09T08:00")).agents).toEqual(["b", "c", "a"]);
    expect(dutyAt(rota, zone, at("2026-10-30T12:00")).agents[0]).toBe("c");
    const duties = dutiesFrom(rota, zone, at("2026-11-08T12:00"), 3);
    expect(duties.map(({ agents, from, until }) => [agents[0], local(from), local(until)])).toEqual([
      ["a", "Sun 08.11. 08:00", "Mon 09.11. 08:00"],
      ["b", "Mon 09.11. 08:00", "Mon 16.11. 08:00"],
      ["c", "Mon 16.11. 08:00", "Mon 23.11. 08:00"],
    ]);
  });

  it("covers the whole day by shifts, the night's beginning the day before", () => {
    const rota = rotaOf({
      turn: "P1D",
      shifts: [
        { from: "22:00", agents: ["n1", "n2"] },
        { from: "06:00", agents: ["d"] },
      ],
    });
    expect(dutyAt(rota, zone, at("2026-11-03T05:59")).agents).toEqual(["n1", "n2"]);
    expect(dutyAt(rota, zone, at("2026-11-03T06:00")).agents).toEqual(["d"]);
    expect(dutyAt(rota, zone, at("2026-11-03T22:00")).agents).toEqual(["n2", "n1"]);
  });

  it("is as a walk from day to day finds it, over days of 23 and 25 hours too", () => {
    const names = fc.integer({ min: 1, max: 5 }).map((count) => [..."abcde"].slice(0, count));
    const rotas = fc.record({
      agents: names,
      days: fc.integer({ min: 1, max: 15 }),
      hour: fc.integer({ min: 0, max: 23 }),
      startsOn: fc.constantFrom("2026-03-20", "2026-10-20", "2026-11-02"),
    });
    fc.assert(
      fc.property(rotas, fc.integer({ min: 0, max: 400 * 24 * 4 }), ({ agents, days, hour, startsOn }, quarters) => {
        const changesAt = `${String(hour).padStart(2, "0")}:30`;
        const rota = rotaOf({ agents, turn: `P${days}D`, startsOn, changesAt });
        const now = at(startsOn) + quarters * 15 * 60_000;
        let [turn, day] = [0, 0];
        let date = DateTime.fromISO(startsOn, { zone });
        const begins = (of: DateTime) => of.set({ hour, minute: 30 }).toMillis();
        if (now < begins(date)) {
          expect(dutyAt(rota, zone, now).agents[0]).toBe(agents.at(-1));
          return;
        }
        while (begins(date.plus({ days: 1 })) <= now) {
          date = date.plus({ days: 1 });
          day += 1;
          if (day % days === 0) turn += 1;
        }
        const duty = dutyAt(rota, zone, now);
        expect(duty.agents[0]).toBe(agents[turn % agents.length]);
        expect([duty.from <= now, now < duty.until, duty.agents.toSorted()]).toEqual([true, true, agents]);
      }),
      { numRuns: 300 },
    );
  });

  it("has no gap: each duty begins where the one before ends", () => {
    const rota = rotaOf({
      turn: "P1D",
      shifts: [
        { from: "02:30", agents: ["a", "b"] },
        { from: "14:00", agents: ["c"] },
      ],
    });
    for (let now = at("2026-03-27T00:00"), i = 0; i < 20; i++) {
      const duty = dutyAt(rota, zone, now);
      expect(dutyAt(rota, zone, duty.until).from).toBe(duty.until);
      now = duty.until;
    }
  });
});

describe("a rota", () => {
  const refused = (given: object) =>
    onCall.safeParse(given).error?.issues.map(({ path, message }) => `${path.join("/")}: ${message}`) ?? [];

  it("says what is wrong with it", () => {
    const startsOn = "2026-11-02";
    expect(refused({ outsideHours: "onCall" })).toEqual([
      "rota: name the agents on call and the day their turns begin",
    ]);
    expect(refused({ rota: { startsOn } })).toEqual(["rota/agents: name either agents or shifts with their agents"]);
    expect(refused({ rota: { startsOn, agents: ["a"], turn: "PT8H" } })).toEqual([
      "rota/turn: use whole days or weeks such as P1D or P7D",
    ]);
    const shift = { from: "08:00", agents: ["a"] };
    expect(refused({ rota: { startsOn, shifts: [shift, shift] } })).toEqual([
      "rota/shifts/1/from: two shifts begin at 08:00",
    ]);
    expect(refused({ rota: { startsOn, shifts: [{ ...shift, from: "8:00" }] } })[0]).toContain(
      "rota/shifts/0/from: use",
    );
    expect(refused({ rota: { startsOn: "today", agents: ["a"] } })[0]).toContain("rota/startsOn");
  });
});
