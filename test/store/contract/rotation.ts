import { expect, test } from "vitest";
import type { RotationPort } from "../../../shared/usecases/ports/rotation-port.ts";
import { epoch, minutes, monday } from "../samples.ts";

const pool = "buyers-berlin|area=mitte";
const first = { rosterId: "roster-1", validUntil: monday + minutes(60) };
const second = { rosterId: "roster-2", validUntil: monday + minutes(120) };

export function rotationContract(fresh: () => Promise<{ readonly rotation: RotationPort }>): void {
  test("a pool without sequence draws nothing", async () => {
    const { rotation } = await fresh();
    expect(await rotation.sequence(pool)).toBeUndefined();
    expect(await rotation.draw(pool, 1, monday)).toEqual({ drawn: false });
  });

  test("the first epoch opens once; tickets count from 1", async () => {
    const { rotation } = await fresh();
    const sequence = { epoch: 1, n: 0, prevN: 0, ...first };
    expect(await rotation.openEpoch(pool, 0, first)).toEqual({ opened: true, sequence });
    expect(await rotation.openEpoch(pool, 0, second)).toEqual({ opened: false, sequence });
    expect(await rotation.draw(pool, 1, monday)).toEqual({ drawn: true, n: 1 });
    expect(await rotation.draw(pool, 1, monday)).toEqual({ drawn: true, n: 2 });
    expect(await rotation.sequence(pool)).toEqual({ ...sequence, n: 2 });
  });

  test("no ticket of another epoch, nor after the epoch's end", async () => {
    const { rotation } = await fresh();
    await rotation.openEpoch(pool, 0, first);
    const sequence = { epoch: 1, n: 0, prevN: 0, ...first };
    expect(await rotation.draw(pool, 2, monday)).toEqual({ drawn: false, sequence });
    expect(await rotation.draw(pool, 1, first.validUntil)).toEqual({ drawn: false, sequence });
    expect(await rotation.draw(pool, 1, first.validUntil - 1)).toEqual({ drawn: true, n: 1 });
  });

  test("the next epoch remembers how many tickets the one before drew", async () => {
    const { rotation } = await fresh();
    await rotation.openEpoch(pool, 0, first);
    for (let n = 1; n <= 3; n++) await rotation.draw(pool, 1, monday);
    const sequence = { epoch: 2, n: 0, prevN: 3, ...second };
    expect(await rotation.openEpoch(pool, 1, second)).toEqual({ opened: true, sequence });
    expect(await rotation.draw(pool, 1, monday)).toEqual({ drawn: false, sequence });
  });

  test("opening again with the same roster is the own first try; with another one it came too late", async () => {
    const { rotation } = await fresh();
    await rotation.openEpoch(pool, 0, first);
    await rotation.draw(pool, 1, monday);
    const sequence = { epoch: 1, n: 1, prevN: 0, ...first };
    expect(await rotation.openEpoch(pool, 0, first)).toEqual({ opened: true, sequence });
    expect(await rotation.openEpoch(pool, 0, second)).toEqual({ opened: false, sequence });
    expect(await rotation.openEpoch(pool, 3, second)).toEqual({ opened: false, sequence });
  });

  test("of many openings at once one counts, and draws after it are the new roster's alone", async () => {
    const { rotation } = await fresh();
    await rotation.openEpoch(pool, 0, first);
    const openings = Array.from({ length: 16 }, (_, index) => ({ ...second, rosterId: `roster-2-${index}` }));
    const [opened, drawn] = await Promise.all([
      Promise.all(openings.map((next) => rotation.openEpoch(pool, 1, next))),
      Promise.all(Array.from({ length: 16 }, () => rotation.draw(pool, 1, monday))),
    ]);
    const winners = opened.filter((outcome) => outcome.opened);
    expect(winners).toHaveLength(1);
    const sequence = await rotation.sequence(pool);
    expect(sequence).toMatchObject({ epoch: 2, n: 0, rosterId: winners[0]?.sequence.rosterId });
    expect(sequence?.prevN).toBe(drawn.filter((outcome) => outcome.drawn).length);
  });

  test("64 draws at once give 64 different tickets", async () => {
    const { rotation } = await fresh();
    await rotation.openEpoch(pool, 0, first);
    const draws = await Promise.all(Array.from({ length: 64 }, () => rotation.draw(pool, 1, monday)));
    const tickets = draws.flatMap((draw) => (draw.drawn ? [draw.n] : [])).sort((a, b) => a - b);
    expect(tickets).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
  });

  test("a roster is found by epoch and id", async () => {
    const { rotation } = await fresh();
    const roster = { ...epoch(1, 3), full: ["agent-1"] };
    await rotation.putEpoch(pool, roster);
    await rotation.putEpoch(pool, { ...epoch(1, 2), rosterId: "rival" });
    expect(await rotation.epoch(pool, 1, roster.rosterId)).toEqual(roster);
    expect(await rotation.epoch(pool, 1, "rival")).toMatchObject({ rosterId: "rival" });
    expect(await rotation.epoch(pool, 1, "neither")).toBeUndefined();
    expect(await rotation.epoch(pool, 2, roster.rosterId)).toBeUndefined();
    expect(await rotation.epoch("other", 1, roster.rosterId)).toBeUndefined();
  });

  test("tickets gone are kept with agent and reason, once each, by epoch", async () => {
    const { rotation } = await fresh();
    const gone = (n: number) => ({ n, agentId: "anna", reason: "capacity" });
    for (const n of [12, 3, 3]) await rotation.recordGone(pool, { epoch: 1, ...gone(n) });
    await rotation.recordGone(pool, { epoch: 2, ...gone(1) });
    expect(await rotation.gone(pool, 1)).toEqual([gone(3), gone(12)]);
    expect(await rotation.gone("other", 1)).toEqual([]);
  });

  test("a turn that is given back is noted once: the first note stands", async () => {
    const { rotation } = await fresh();
    const turn = { leadId: "ld_01JD0000000000000000000001", agentId: "anna" };
    expect(await rotation.noteExtraTurn(pool, { ...turn, epoch: 3 })).toBe(3);
    expect(await rotation.noteExtraTurn(pool, { ...turn, epoch: 5 })).toBe(3);
    expect(await rotation.noteExtraTurn("other", { ...turn, epoch: 5 })).toBe(5);
  });

  test("used tickets are kept once each, across blocks, by epoch", async () => {
    const { rotation } = await fresh();
    await rotation.recordUsed(pool, 1, [2, 1]);
    await rotation.recordUsed(pool, 1, [2, 450, 199, 200]);
    await rotation.recordUsed(pool, 2, [7]);
    await rotation.recordUsed(pool, 1, []);
    expect(await rotation.used(pool, 1)).toEqual([1, 2, 199, 200, 450]);
    expect(await rotation.used(pool, 3)).toEqual([]);
  });

  test("tickets recorded at once are all kept", async () => {
    const { rotation } = await fresh();
    await Promise.all(Array.from({ length: 64 }, (_, index) => rotation.recordUsed(pool, 1, [index + 1])));
    expect(await rotation.used(pool, 1)).toHaveLength(64);
  });

  test("who got a pool's last lead is noted unless somebody else was meanwhile", async () => {
    const { rotation } = await fresh();
    const note = (agentId: string, lead: string, before?: string) =>
      rotation.noteTaker(pool, { agentId, leadId: lead, at: monday }, before);
    expect(await rotation.lastTaker(pool)).toBeUndefined();
    await note("anna", "ld_1");
    expect(await rotation.lastTaker(pool)).toBe("anna");
    await note("ben", "ld_2");
    expect(await rotation.lastTaker(pool)).toBe("anna");
    await note("ben", "ld_2", "anna");
    await note("ben", "ld_2", "anna");
    expect(await rotation.lastTaker(pool)).toBe("ben");
    await note("carl", "ld_3", "anna");
    expect(await rotation.lastTaker(pool)).toBe("ben");
    expect(await rotation.lastTaker("another")).toBeUndefined();
  });
}
