import { beforeAll, expect, it } from "vitest";
import type { AdminDesk } from "../../support/admin-desk.ts";
import { compare, type Foolish, method, openBrokerage, outcomeOf } from "./foolish-desk.ts";

/** Pools and people as admins get them wrong. */
let desk: AdminDesk;
beforeAll(async () => {
  desk = await openBrokerage();
});

const over = (pool: object, rest: object = {}): Foolish => method({ type: "roundRobin", pool }, rest);
const at = "/rules/0/method";
const onePool = `hint onePool x ${at}`;
const startsOn = "2026-11-02";

it.each<[string, Foolish, readonly string[]]>([
  ["a team without members", over({ team: "empty" }), [`warning emptyPool x ${at}`]],
  ["the same, and nowhere else to go", over({ team: "empty" }, { overflow: "queue" }), [`error emptyPool x ${at}`]],
  [
    "somebody who does not exist",
    over({ agents: ["zoe"] }),
    [`error unknownAgent x ${at}/pool/agents/0`, `warning emptyPool x ${at}`],
  ],
  ["one agent", over({ skills: ["luxury"] }), [onePool]],
  [
    "one agent, asked twenty times",
    { ...over({ skills: ["luxury"] }), offers: { max: 20 } },
    [onePool, "hint longAcceptance - /sla/hot/acceptWithin"],
  ],
  ["only somebody who pauses", over({ agents: ["paul"] }), [`warning nobodyAtWork x ${at}`, onePool]],
  ["only somebody on leave", over({ skills: ["boats"] }), [`warning nobodyAtWork x ${at}`, onePool]],
  ["an agent on leave by name", method({ type: "agent", agentId: "away" }), [`warning nobodyAtWork x ${at}`]],
  ["only somebody who left", over({ skills: ["polo"] }), [`warning emptyPool x ${at}`]],
  [
    "somebody who left among others",
    over({ agents: ["anna", "ben", "gone"] }),
    [`warning inactiveAgent x ${at}/pool/agents/2`],
  ],
  ["only inside sales agents", over({ skills: ["seller"] }), [`warning emptyPool x ${at}`]],
  ["only somebody without room", over({ skills: ["chess"] }), [`warning poolWithoutRoom x ${at}`, onePool]],
  ["room for nobody", { capacity: 0 }, ["error noCapacity - /capacity"]],
  [
    "tiers of one tier",
    method({ type: "tiers", pool: { tier: "A" } }),
    [`warning tierOfTiers x ${at}`, `warning tooFewForTiers x ${at}`],
  ],
  [
    "tiers that nobody has",
    method({ type: "tiers", pool: { agents: ["paul", "full", "away"] } }),
    [`warning nobodyInTier x ${at}`, `warning tooFewForTiers x ${at}`],
  ],
  ["a side of the market that no ISA knows", method({ type: "isa" }), [`warning noIsaForSide x ${at}`, onePool]],
  [
    "a checklist without anything",
    { ...method({ type: "isa" }), checklists: { seller: [] } },
    [`warning noIsaForSide x ${at}`, onePool, "hint emptyChecklist - /checklists/seller"],
  ],
  [
    "a rota with a stranger",
    { onCall: { rota: { agents: ["anna", "zoe"], startsOn } } },
    ["error unknownAgent - /onCall/rota/agents/1", "hint rotaUnused - /onCall/rota"],
  ],
  [
    "a rota of one",
    { ...method({ type: "onCall" }), onCall: { rota: { agents: ["anna"], startsOn } } },
    ["hint rotaOfOne - /onCall/rota"],
  ],
  [
    "on call without a rota",
    method({ type: "onCall" }),
    [`422 ${at}/type needs onCall.rota: the agents on call and the day their turns begin`],
  ],
  [
    "more shares than recipients",
    method({ type: "shared", pool: {}, shares: 9 }),
    [`warning fewRecipients x ${at}/shares`],
  ],
  ["shared with one", method({ type: "shared", pool: {}, shares: 1 }), [`hint sharedWithOne x ${at}/shares`]],
  [
    "buyers who take nothing",
    method({ type: "shared", buyers: ["acme", "zed"], shares: 2 }),
    [
      `warning buyerTakesNothing x ${at}/buyers/0`,
      `warning pausedBuyer x ${at}/buyers/1`,
      `warning fewRecipients x ${at}/shares`,
    ],
  ],
  ["an area where nothing is", compare("area", "eq", "leer"), ["warning emptyArea x /rules/0/when/value"]],
  [
    "areas that nobody serves",
    method({ type: "area" }),
    [`warning uncoveredAreas x ${at}`, "warning emptyArea - ", onePool],
  ],
  [
    "a specialist who does not exist",
    {
      progressive: [{ id: "later", when: { field: "engagement.type", op: "eq", value: "visit" }, pool: { tier: "C" } }],
    },
    ["warning emptyPool later /progressive/0"],
  ],
  [
    "backups who have left",
    method({ type: "pool", claimWithin: "PT1H", then: ["gone"], recycleAfter: "PT30M" }),
    [`warning inactiveAgent x ${at}/then/0`, `warning recycleBeforeClaim x ${at}/recycleAfter`],
  ],
])("%s", async (_, plan, expected) => {
  const found = await outcomeOf(desk, plan);
  expect(found).toEqual(expected);
});

it("weights of nought and caps of nought are refused where they are given", async () => {
  const agent = await desk.agent("anna", { weight: 0 });
  expect(agent).toMatchObject({ status: 422, body: { errors: [{ pointer: "/weight", detail: "must be above 0" }] } });
  const delivery = { type: "email", address: "b@example.com" };
  const buyer = { name: "B", delivery, price: { amount: 1, currency: "EUR" }, dailyCap: 0 };
  expect(await desk.put("buyers", "nobody", buyer)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/dailyCap", detail: "must be at least 1" }] },
  });
});
