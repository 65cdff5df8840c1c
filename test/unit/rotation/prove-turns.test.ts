import { describe, expect, it } from "vitest";
import { type ClaimedTurn, claimedTurns } from "../../../shared/domain/rotation/claimed-turns.ts";
import { cursorOf, openingOf } from "../../../shared/domain/rotation/epoch.ts";
import { type PoolRecord, proveTurns } from "../../../shared/domain/rotation/prove-turns.ts";
import type { Decision } from "../../../shared/schemas/lead/decision.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import type { PoolEpoch } from "../../../shared/schemas/rotation.ts";
import { members } from "./life.ts";

const pool = "all";

/** Three epochs of six tickets each: A, B and C; A and B; all three again. */
function record(): PoolRecord {
  const rosters = [
    { A: 1, B: 1, C: 1 },
    { A: 1, B: 1 },
    { A: 1, B: 1, C: 1 },
  ];
  let sequence = { epoch: 0, n: 0, prevN: 0, validUntil: 0, rosterId: "" };
  const epochs: PoolEpoch[] = [];
  for (const [i, shares] of rosters.entries()) {
    const epoch = epochs.at(-1);
    const next = { rosterId: `r${i + 1}`, roster: { members: members(shares) }, openedAt: 0 };
    epochs.push(openingOf(epoch && { sequence, epoch }, next));
    sequence = { ...sequence, epoch: i + 1, prevN: sequence.n, n: 6, rosterId: next.rosterId };
  }
  return { sequence, epochs, gone: [] };
}

/** What an honest lead says of a ticket. */
function honest(epoch: number, n: number, leadId = `ld_${epoch}-${n}`): ClaimedTurn {
  const { epochs } = record();
  const roster = epochs[epoch - 1];
  const agentId = roster && cursorOf(roster, epoch === 1 ? 0 : 6).turn(n)?.agentId;
  return { leadId, ruleId: pool, poolId: pool, epoch, n, agentId: agentId ?? "", contradicted: false };
}

const flawsOf = (turns: readonly ClaimedTurn[], given: Partial<PoolRecord> = {}) =>
  proveTurns(turns, new Map([[pool, { ...record(), ...given }]])).map(({ flaws }) => flaws);

describe("proveTurns", () => {
  it("proves every ticket of every epoch", () => {
    const turns = [1, 2, 3].flatMap((epoch) => [1, 2, 3, 4, 5, 6].map((n) => honest(epoch, n)));
    expect(flawsOf(turns).flat()).toEqual([]);
  });

  it("names the agent whose turn it was", () => {
    const forged = { ...honest(3, 2), agentId: "X" };
    expect(flawsOf([forged])).toEqual([[{ kind: "otherTurn", agentId: honest(3, 2).agentId }]]);
  });

  it("finds a number beyond those drawn", () => {
    expect(flawsOf([{ ...honest(2, 6), n: 7, agentId: honest(2, 1).agentId }])).toEqual([
      [{ kind: "neverDrawn", drawn: 6 }],
    ]);
  });

  it("finds a number that two leads used, and tells each of the other", () => {
    const [one, two] = flawsOf([honest(1, 3, "ld_1"), honest(1, 3, "ld_2"), honest(1, 4)]);
    expect(one).toEqual([{ kind: "usedTwice", leadIds: ["ld_2"] }]);
    expect(two).toEqual([{ kind: "usedTwice", leadIds: ["ld_1"] }]);
  });

  it("finds a number that is recorded as having passed", () => {
    expect(flawsOf([honest(1, 3)], { gone: [{ epoch: 1, n: 3 }] })).toEqual([[{ kind: "gone" }]]);
  });

  it("finds a roster that was changed afterwards, in its own epoch and in the one that goes on from it", () => {
    const { epochs } = record();
    const changed = epochs.map((epoch, i) =>
      i === 0 ? { ...epoch, roster: { members: members({ C: 1, B: 1 }) } } : epoch,
    );
    const [first, second, third] = flawsOf([honest(1, 2), honest(2, 1), honest(3, 1)], { epochs: changed });
    expect(first).toContainEqual({ kind: "rosterChanged" });
    expect(second).toEqual([{ kind: "rosterChanged" }]);
    expect(third).toEqual([]);
  });

  it("proves nothing whose rosters are missing, or of a pool that never drew", () => {
    expect(flawsOf([honest(1, 1), honest(2, 1)], { epochs: record().epochs.slice(1) })).toEqual([
      [{ kind: "rosterMissing" }],
      [],
    ]);
    expect(flawsOf([{ ...honest(1, 1), poolId: "other" }])).toEqual([[{ kind: "rosterMissing" }]]);
  });
});

describe("claimedTurns", () => {
  const leadId = "ld_01JD0000000000000000000001";
  const decision: Decision = {
    ...{ ruleId: "all", method: "roundRobin", poolId: pool, ticket: { epoch: 1, n: 4 }, chosen: ["anna"] },
    ...{ considered: [], rules: [], outcome: "agent", planVersion: 1 },
  };
  const offered = (given: Partial<LeadEvent> = {}): LeadEvent => ({
    ...{ type: "lead.offered", at: 0, actor: "system", agentId: "anna" },
    ...{ ruleId: "all", poolId: pool, ticket: { epoch: 1, n: 4 }, ...given },
  });
  const turnOf = (event: LeadEvent) => `${event.ticket?.epoch}/${event.ticket?.n} ${event.agentId}`;
  const said = (history: readonly LeadEvent[], given?: Decision) =>
    claimedTurns({ leadId, decision: given, first: {} }, history).map(
      ({ epoch, n, agentId, contradicted }) => `${epoch}/${n} ${agentId}${contradicted ? " contradicted" : ""}`,
    );

  it("counts a decision and its event once", () => {
    expect(said([offered()], decision)).toEqual([turnOf(offered())]);
  });

  it("takes the decision alone while its history is still to be written", () => {
    expect(said([], decision)).toEqual(["1/4 anna"]);
  });

  it.each([
    { what: "agent", event: offered({ agentId: "ben" }), expected: ["1/4 anna contradicted", "1/4 ben"] },
    { what: "number", event: offered({ ticket: { epoch: 1, n: 5 } }), expected: ["1/4 anna contradicted", "1/5 anna"] },
    { what: "rule", event: offered({ ruleId: "vip" }), expected: ["1/4 anna contradicted", "1/4 anna"] },
  ])("finds a decision that names another $what than the history", ({ event, expected }) => {
    expect(said([event], decision)).toEqual(expected);
  });

  it("takes the turn by which a buyer got a share", () => {
    const { agentId: _, ...sold } = offered({ buyerId: "acme" });
    expect(said([sold], { ...decision, chosen: ["acme"] })).toEqual(["1/4 acme"]);
  });

  it("takes no turn for a lead that was shared: its shares have taken it", () => {
    const shares = { at: 0, accept: 1, poolRule: "all", given: [{ recipient: { agentId: "anna" } }] };
    const { agentId: _, ticket: __, ...shared } = offered({ type: "lead.updated" });
    expect(claimedTurns({ leadId, decision, first: { shares } }, [shared])).toEqual([]);
  });

  it("takes the turn of a lead that waited in the queue from its history", () => {
    const queued: Decision = { ...decision, chosen: [], outcome: "queued" };
    delete queued.ticket;
    expect(said([offered({ ticket: { epoch: 2, n: 1 } })], queued)).toEqual(["2/1 anna"]);
  });

  it("takes no turn for a lead offered again, nor for one that came without a ticket", () => {
    expect(said([offered({ poolId: `${pool}~again` }), { ...offered(), poolId: undefined }])).toEqual([]);
  });
});
