import { describe, expect, test } from "vitest";
import {
  type Circle,
  type LeadActionName,
  type LeadCaller,
  leadActions,
  mayAct,
} from "../../../shared/domain/lifecycle/access.ts";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { Recipient } from "../../../shared/schemas/lead/share.ts";
import { anAgent } from "../../support/routing-fixtures.ts";
import { aBody, accepted, apply, contacted, day, given, offered, start, toBen, unassigned } from "./lead-fixtures.ts";

/** anna, ben and leader lena are team one; otto leads team two and is its deputy's colleague; ida is an ISA of team two. */
const circle: Circle = {
  agents: new Map([
    ["anna", anAgent({ agentId: "anna", role: "agent", team: "one" })],
    ["ben", anAgent({ agentId: "ben", role: "agent", team: "one" })],
    ["lena", anAgent({ agentId: "lena", role: "leader", team: "one" })],
    ["otto", anAgent({ agentId: "otto", role: "leader", team: "two" })],
    ["dora", anAgent({ agentId: "dora", role: "agent", team: "two" })],
    ["ida", anAgent({ agentId: "ida", role: "isa", team: "two" })],
    ["ilse", anAgent({ agentId: "ilse", role: "isa", team: "two" })],
  ]),
  teams: new Map([["two", { leaderId: "otto", deputyId: "dora" }]]),
};
const caller = (agentId: string, ...groups: LeadCaller["groups"]): LeadCaller => ({ agentId, groups });
const callers = {
  owner: caller("anna", "agent"),
  colleague: caller("ben", "agent"),
  isa: caller("ilse", "isa"),
  leader: caller("lena", "leader"),
  otherLeader: caller("otto", "leader"),
  manager: caller("mia", "manager"),
  admin: caller("root", "admin"),
  finance: caller("finn", "finance"),
  marketing: caller("marta", "marketing"),
} as const;

/** Yes `+`, no `-`, hidden `.`, for each of the callers above in their order. */
const row = (lead: LeadState, action: LeadActionName): string =>
  Object.values(callers)
    .map((each) => ({ yes: "+", no: "-", hidden: "." })[mayAct(each, action, lead, circle)])
    .join("");

const work = ["contact", "qualify", "appointment", "convert", "lose", "unqualify", "feedback"] as const;
const same = <T extends string>(names: readonly T[], text: string) =>
  Object.fromEntries(names.map((name) => [name, text])) as Record<T, string>;
type Rows = Readonly<Record<LeadActionName, string>>;

const owned: Rows = {
  view: "+..+.++++",
  history: "+..+.++-+",
  ...same(["accept", "decline"], "+..-.----"),
  ...same(["claim", "open"], "+..+.++--"),
  ...same(work, "+..+.++--"),
  handover: "-..+.++--",
  engagement: "+..+.++-+",
  assign: "-..+.++--",
  update: "+..+.++--",
  return: "+..+.++--",
  complain: "+..+.++--",
  ...same(["erase", "export"], "-..-.++--"),
};
const converted = apply(
  contacted(),
  { type: "convert", by: "anna", value: { amount: 1, currency: "EUR" } },
  start + day,
);
const toPick = firstState(aBody({ status: "pooled", posted: { rule: "all", pick: true } }));
const opened = apply(toPick, { type: "open", by: "anna", details: day }, start);

// Columns: owner, colleague, isa, leader, otherLeader, manager, admin, finance, marketing.
const expected: readonly (readonly [string, LeadState, Rows])[] = [
  [
    "a lead offered to anna",
    offered(),
    { ...owned, engagement: "-..+.++-+", update: "-..+.++--", return: "-..+.++--" },
  ],
  ["a lead anna has accepted", accepted(), owned],
  ["a lead anna has contacted", contacted(), owned],
  ["a lead anna has won", converted, owned],
  [
    "a lead in the pool",
    unassigned("pooled"),
    {
      view: "+++++++++",
      history: "---++++-+",
      ...same(["accept", "decline"], "---------"),
      ...same(["claim", "open"], "+++++++--"),
      ...same(work, "---++++--"),
      handover: "---++++--",
      engagement: "---++++-+",
      assign: "---++++--",
      update: "---++++--",
      return: "---++++--",
      complain: "+++++++--",
      ...same(["erase", "export"], "-----++--"),
    },
  ],
  [
    "a lead of the pool that anna has open",
    opened,
    {
      view: "+--++++++",
      history: "---++++-+",
      ...same(["accept", "decline"], "---------"),
      ...same(["claim", "open"], "+++++++--"),
      ...same(work, "---++++--"),
      handover: "---++++--",
      engagement: "---++++-+",
      assign: "---++++--",
      update: "---++++--",
      return: "---++++--",
      complain: "+++++++--",
      ...same(["erase", "export"], "-----++--"),
    },
  ],
  [
    "a lead in nurture",
    unassigned("nurture"),
    {
      view: "..+++++++",
      history: "..+++++-+",
      ...same(["accept", "decline"], "..-------"),
      ...same(["claim", "open"], "..+++++--"),
      ...same(work, "..+++++--"),
      handover: "..+++++--",
      engagement: "..+++++-+",
      assign: "..-++++--",
      update: "..+++++--",
      return: "..+++++--",
      complain: "..+++++--",
      ...same(["erase", "export"], "..---++--"),
    },
  ],
  [
    "a lead that another ISA has",
    apply(unassigned("nurture"), { type: "qualify", by: "ida" }, start + day),
    {
      view: "..+.+++++",
      history: "..+.+++-+",
      ...same(["accept", "decline"], "..-.-----"),
      ...same(["claim", "open"], "..+.+++--"),
      ...same(work, "..+.+++--"),
      handover: "..+.+++--",
      engagement: "..+.+++-+",
      assign: "..-.+++--",
      update: "..+.+++--",
      return: "..+.+++--",
      complain: "..+.+++--",
      ...same(["erase", "export"], "..-.-++--"),
    },
  ],
  [
    "a rejected lead",
    firstState(aBody({ status: "rejected" })),
    {
      view: ".....++++",
      history: ".....++-+",
      ...same(["accept", "decline"], ".....----"),
      ...same(["claim", "open"], ".....++--"),
      ...same(work, ".....++--"),
      handover: ".....++--",
      engagement: ".....++-+",
      assign: ".....++--",
      update: ".....++--",
      return: ".....++--",
      complain: ".....++--",
      ...same(["erase", "export"], ".....++--"),
    },
  ],
  [
    "a lead that anna let pass, now offered to ben",
    given(offered(), [5, { type: "expireOffer", next: toBen }]),
    {
      view: ".+.+.++++",
      history: ".+.+.++-+",
      ...same(["accept", "decline"], "++.-.----"),
      ...same(["claim", "open"], ".+.+.++--"),
      ...same(work, ".+.+.++--"),
      handover: ".-.+.++--",
      engagement: ".-.+.++-+",
      assign: ".-.+.++--",
      update: ".-.+.++--",
      return: ".-.+.++--",
      complain: "++.+.++--",
      ...same(["erase", "export"], ".-.-.++--"),
    },
  ],
];

describe.each(expected)("%s", (_name, lead, rows) => {
  test.each(leadActions)("%s", (action) => {
    expect(row(lead, action)).toBe(rows[action]);
  });
});

describe("a lead that was shared (C11)", () => {
  const given = (...recipients: readonly Recipient[]) => ({
    ...offered(),
    offer: undefined,
    shares: {
      at: start,
      accept: start + day,
      poolRule: "shared",
      given: recipients.map((recipient) => ({ recipient })),
    },
  });
  const share = { parentId: "ld_01JD0000000000000000000002", shareId: "1", among: 2, poolRule: "shared" };
  const atBuyer = { ...offered(), offer: undefined, share: { ...share, buyerId: "acme" } };

  test("is seen as a whole by who leads one of its recipients, not by other leaders nor by its recipients", () => {
    expect(row(given({ agentId: "anna" }, { buyerId: "acme" }), "view")).toBe("...+.++++");
    expect(row(given({ agentId: "ida" }), "view")).toBe("....+++++");
    expect(row(given({ buyerId: "acme" }), "view")).toBe(".....++++");
  });
  test("of a buyer's share only managers see more than finance and marketing", () => {
    const sold = { ...atBuyer, status: "accepted" } as const;
    for (const state of [atBuyer, sold]) {
      expect(row(state, "view")).toBe(".....++++");
      expect(row(state, "return")).toBe(".....++--");
    }
  });
});

describe("beyond the table", () => {
  test("an ISA hands over the own lead", () => {
    const own = apply(unassigned("nurture"), { type: "qualify", by: "ida" }, start + day);
    expect(mayAct(caller("ida", "isa"), "handover", own, circle)).toBe("yes");
  });
  test("a deputy leads like the leader, when in the group", () => {
    const dora = { ...offered(), offer: { agentId: "ida", at: start, expiresAt: start + day } };
    expect(mayAct(caller("dora", "leader"), "assign", dora, circle)).toBe("yes");
    expect(mayAct(caller("dora", "agent"), "assign", dora, circle)).toBe("hidden");
  });
  test("the slower of two claims is told so, though the lead is another's by then", () => {
    const claimed = apply(unassigned("pooled"), { type: "claim", by: "anna" }, start + day);
    expect(mayAct(callers.colleague, "claim", claimed, circle)).toBe("yes");
    expect(mayAct(callers.colleague, "view", claimed, circle)).toBe("hidden");
  });
  test("nobody without a group sees anything", () => {
    for (const action of leadActions) expect(mayAct(caller("eve"), action, offered(), circle)).toBe("hidden");
  });
});
