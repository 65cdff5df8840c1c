import { expect, test } from "vitest";
import type { IntakePort } from "../../../shared/usecases/ports/intake-port.ts";
import { days, leadId, minutes, monday } from "../samples.ts";

const key = { sourceId: "website", kind: "key", value: "order 66 / ä" } as const;
const claimOf = (number: number, at = monday) => ({ leadId: leadId(number), bodyHash: `hash-${number}`, at });
const expiry = monday + days(1);
const markOf = (number: number, at = monday) => ({ leadId: leadId(number), at, until: at + days(90) });

export function intakeContract(fresh: () => Promise<{ readonly intake: IntakePort }>): void {
  test("the first claim counts; its own repeat too", async () => {
    const { intake } = await fresh();
    expect(await intake.claim(key, claimOf(1), expiry)).toEqual({ mine: true });
    expect(await intake.claim(key, claimOf(1, monday + 5), expiry)).toEqual({ mine: true });
    const first = claimOf(1, monday + 5);
    expect(await intake.claim(key, claimOf(2), expiry)).toEqual({ mine: false, first });
  });

  test("claims differ by source, kind and value", async () => {
    const { intake } = await fresh();
    await intake.claim(key, claimOf(1), expiry);
    for (const other of [
      { ...key, sourceId: "portal" },
      { ...key, kind: "externalId" } as const,
      { ...key, value: "order 67" },
    ]) {
      expect(await intake.claim(other, claimOf(2), expiry)).toEqual({ mine: true });
    }
  });

  test("an expired claim is free, though nobody deleted it", async () => {
    const { intake } = await fresh();
    await intake.claim(key, claimOf(1), expiry);
    expect(await intake.claim(key, claimOf(2, expiry - 1000), expiry)).toMatchObject({ mine: false });
    expect(await intake.claim(key, claimOf(2, expiry), expiry + days(1))).toEqual({ mine: true });
  });

  test("40 claims at once: one is first, and all others learn which", async () => {
    const { intake } = await fresh();
    const claims = Array.from({ length: 40 }, (_, index) => claimOf(index));
    const outcomes = await Promise.all(claims.map((claim) => intake.claim(key, claim, expiry)));
    const winner = claims[outcomes.findIndex((outcome) => outcome.mine)];
    expect(outcomes.filter((outcome) => outcome.mine)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.mine) expect(outcome.first).toEqual(winner);
  });

  test("a claim is taken over from the one seen, by one", async () => {
    const { intake } = await fresh();
    await intake.claim(key, claimOf(1), expiry);
    const rivals = [2, 3, 4].map((number) => intake.takeOver(key, claimOf(1), claimOf(number, monday + 40_000)));
    expect((await Promise.all(rivals)).filter(Boolean)).toHaveLength(1);
  });

  test("of repeats that go on with the same lead at the same instant, one takes over", async () => {
    const { intake } = await fresh();
    await intake.claim(key, claimOf(1), expiry);
    const repeats = Array.from({ length: 8 }, () => intake.takeOver(key, claimOf(1), claimOf(1, monday + 40_000)));
    expect((await Promise.all(repeats)).filter(Boolean)).toHaveLength(1);
  });

  test("a claim is read until it expires", async () => {
    const { intake } = await fresh();
    expect(await intake.claimed(key, monday)).toBeUndefined();
    await intake.claim(key, claimOf(1), expiry);
    expect(await intake.claimed(key, expiry - 1000)).toEqual(claimOf(1));
    expect(await intake.claimed(key, expiry)).toBeUndefined();
  });

  test("a claim put again since it was seen is not taken over", async () => {
    const { intake } = await fresh();
    await intake.claim(key, claimOf(1), expiry);
    await intake.claim(key, claimOf(1, monday + 30_000), expiry);
    expect(await intake.takeOver(key, claimOf(1), claimOf(2, monday + 31_000))).toBe(false);
    expect(await intake.takeOver(key, claimOf(1, monday + 30_000), claimOf(2, monday + 61_000))).toBe(true);
    expect(await intake.takeOver(key, claimOf(1, monday + 30_000), claimOf(2, monday + 61_000))).toBe(true);
    expect(await intake.claim(key, claimOf(1), expiry)).toMatchObject({
      mine: false,
      first: claimOf(2, monday + 61_000),
    });
  });

  test("of repeats that keep the lead's id one goes on, even in the same millisecond", async () => {
    const { intake } = await fresh();
    await intake.claim(key, claimOf(1), expiry);
    const rivals = [1, 1, 1].map((number) => intake.takeOver(key, claimOf(1), claimOf(number, monday + 40_000)));
    expect((await Promise.all(rivals)).filter(Boolean)).toHaveLength(1);
  });

  test("a claim can be looked up until it expires", async () => {
    const { intake } = await fresh();
    expect(await intake.claimed(key, monday)).toBeUndefined();
    await intake.claim(key, claimOf(1), expiry);
    expect(await intake.claimed(key, monday)).toEqual(claimOf(1));
    expect(await intake.claimed(key, expiry)).toBeUndefined();
  });

  test("a mark can be looked up, also an expired one", async () => {
    const { intake } = await fresh();
    expect(await intake.marked("email", "h")).toBeUndefined();
    await intake.mark("email", "h", markOf(1));
    expect(await intake.marked("email", "h")).toBe(leadId(1));
    expect(await intake.marked("phone", "h")).toBeUndefined();
  });

  test("a claim nobody made is not taken over", async () => {
    const { intake } = await fresh();
    expect(await intake.takeOver(key, claimOf(1), claimOf(2))).toBe(false);
  });

  test("the first mark has the person; its own repeat too", async () => {
    const { intake } = await fresh();
    expect(await intake.mark("email", "h", markOf(1))).toEqual({ mine: true });
    expect(await intake.mark("email", "h", markOf(1))).toEqual({ mine: true });
    expect(await intake.mark("email", "h", markOf(2))).toEqual({ mine: false, first: leadId(1), claimedAt: monday });
    expect(await intake.mark("phone", "h", markOf(2))).toEqual({ mine: true });
  });

  test("a mark is read, expired or not", async () => {
    const { intake } = await fresh();
    expect(await intake.marked("email", "h")).toBeUndefined();
    await intake.mark("email", "h", { ...markOf(1), until: monday });
    expect(await intake.marked("email", "h")).toBe(leadId(1));
    expect(await intake.marked("phone", "h")).toBeUndefined();
    await intake.mark("email", "h", markOf(2, monday));
    expect(await intake.marked("email", "h")).toBe(leadId(2));
  });

  test("an expired mark gives way and names its lead, also to a repeat", async () => {
    const { intake } = await fresh();
    await intake.mark("email", "h", markOf(1));
    const later = monday + days(90);
    expect(await intake.mark("email", "h", markOf(2, later - 1))).toMatchObject({ mine: false });
    expect(await intake.mark("email", "h", markOf(2, later))).toEqual({ mine: true, previous: leadId(1) });
    expect(await intake.mark("email", "h", markOf(2, later + 5))).toEqual({ mine: true, previous: leadId(1) });
    const much = later + days(200);
    expect(await intake.mark("email", "h", markOf(3, much))).toEqual({ mine: true, previous: leadId(2) });
  });

  test("of many who follow an expired mark at once, one has the person", async () => {
    const { intake } = await fresh();
    await intake.mark("email", "h", markOf(1));
    const rivals = Array.from({ length: 16 }, (_, index) => markOf(index + 2, monday + days(91)));
    const outcomes = await Promise.all(rivals.map((rival) => intake.mark("email", "h", rival)));
    const winner = rivals[outcomes.findIndex((outcome) => outcome.mine)]?.leadId;
    expect(outcomes.filter((outcome) => outcome.mine)).toEqual([{ mine: true, previous: leadId(1) }]);
    for (const outcome of outcomes) if (!outcome.mine) expect(outcome.first).toBe(winner);
  });

  test("a mark whose lead never came to be is taken over, keeping whom the person knew before", async () => {
    const { intake } = await fresh();
    await intake.mark("email", "h", markOf(1));
    const later = monday + days(91);
    await intake.mark("email", "h", markOf(2, later));
    const options = { takeOverFrom: leadId(2), claimedAt: later };
    const third = markOf(3, later + minutes(1));
    expect(await intake.mark("email", "h", third, options)).toEqual({ mine: true, previous: leadId(1) });
    expect(await intake.mark("email", "h", markOf(4, later + minutes(1)), options)).toMatchObject({
      mine: false,
      first: leadId(3),
    });
  });

  test("a mark put again since it was seen is not taken over", async () => {
    const { intake } = await fresh();
    await intake.mark("email", "h", markOf(1));
    await intake.mark("email", "h", markOf(1, monday + 30_000));
    const outcome = await intake.mark("email", "h", markOf(2), { takeOverFrom: leadId(1), claimedAt: monday });
    expect(outcome).toEqual({ mine: false, first: leadId(1), claimedAt: monday + 30_000 });
    expect(await intake.mark("email", "h", markOf(2), { takeOverFrom: leadId(1) })).toEqual({ mine: true });
  });

  test("a counter goes up to its cap, at any concurrency", async () => {
    const { intake } = await fresh();
    const counted = await Promise.all(
      Array.from({ length: 32 }, () => intake.countUpTo("website#2026-11-23", 10, expiry)),
    );
    expect(counted.filter(Boolean)).toHaveLength(10);
    expect(await intake.countUpTo("website#2026-11-24", 10, expiry)).toBe(true);
    expect(await intake.countUpTo("portal#2026-11-23", 0, expiry)).toBe(false);
  });
}
