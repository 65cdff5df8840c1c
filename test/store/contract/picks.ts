import { expect, test } from "vitest";
import type { Picks } from "../../../shared/schemas/picks.ts";
import type { PicksPort } from "../../../shared/usecases/ports/picks-port.ts";
import { days, leadId, minutes, monday } from "../samples.ts";

const picked = (number: number, more: Partial<Picks> = {}): Picks => ({
  agentId: "anna",
  revision: 1,
  claims: [{ leadId: leadId(number), at: monday, temperature: "hot" }],
  misses: [],
  ...more,
});

export function picksContract(fresh: () => Promise<{ readonly picks: PicksPort }>): void {
  test("who has never picked anything has revision 0", async () => {
    const { picks } = await fresh();
    expect(await picks.picksOf("anna")).toEqual({ agentId: "anna", revision: 0, claims: [], misses: [] });
    expect(await picks.picksOfAll(["anna"])).toEqual(new Map());
  });

  test("what is written is read again, all of it", async () => {
    const { picks } = await fresh();
    const all: Picks = {
      agentId: "anna",
      revision: 1,
      claims: [{ leadId: leadId(1), at: monday, temperature: "cold", aged: true }],
      misses: [{ leadId: leadId(2), at: monday - minutes(5) }],
      browsingSince: monday - minutes(1),
      holding: { leadId: leadId(3), until: monday + minutes(1) },
      suspension: { from: monday, until: monday + days(7), reason: "misses" },
      access: { tier: 2, at: monday - days(1) },
    };
    expect(await picks.replacePicks(0, all)).toEqual({ done: true });
    expect(await picks.picksOf("anna")).toEqual(all);
    expect(await picks.picksOfAll(["anna", "anna", "bernd"])).toEqual(new Map([["anna", all]]));
    expect(await picks.picksOf("bernd")).toEqual({ agentId: "bernd", revision: 0, claims: [], misses: [] });
  });

  test("a later revision stands in the way and is answered", async () => {
    const { picks } = await fresh();
    await picks.replacePicks(0, picked(1));
    const second = picked(2, { revision: 2 });
    expect(await picks.replacePicks(1, second)).toEqual({ done: true });
    expect(await picks.replacePicks(0, picked(3))).toEqual({ done: false, current: second });
    expect(await picks.replacePicks(1, picked(3, { revision: 2 }))).toEqual({ done: false, current: second });
    expect(await picks.picksOf("anna")).toEqual(second);
  });

  test("nothing stands where a revision is expected", async () => {
    const { picks } = await fresh();
    const current = { agentId: "anna", revision: 0, claims: [], misses: [] };
    expect(await picks.replacePicks(4, picked(1, { revision: 5 }))).toEqual({ done: false, current });
  });

  test("the same write again is done", async () => {
    const { picks } = await fresh();
    await picks.replacePicks(0, picked(1));
    expect(await picks.replacePicks(0, picked(1))).toEqual({ done: true });
    expect(await picks.picksOf("anna")).toEqual(picked(1));
  });

  test("of 20 claims at once one is written", async () => {
    const { picks } = await fresh();
    const done = await Promise.all(Array.from({ length: 20 }, (_, n) => picks.replacePicks(0, picked(n))));
    expect(done.filter((each) => each.done)).toHaveLength(1);
    const winner = done.findIndex((each) => each.done);
    expect(await picks.picksOf("anna")).toEqual(picked(winner));
  });
}
