import { describe, expect, test } from "vitest";
import { complaintAnswer } from "../../../shared/domain/complaints/complaint-answer.ts";
import { complaintReaders } from "../../../shared/domain/complaints/complaint-readers.ts";
import { decisionAtIssue, hasComplained } from "../../../shared/domain/complaints/decision-at-issue.ts";
import { complaintsOf, withComplaints, withoutComplaint } from "../../../shared/domain/complaints/kept-complaints.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import { anAgent } from "../../support/routing-fixtures.ts";
import { aBody, apply, offered, start } from "../lifecycle/lead-fixtures.ts";

const event = (type: LeadEvent["type"], more: Partial<LeadEvent> = {}): LeadEvent => ({
  ...{ type, at: start, actor: "system" },
  ...more,
});
const received = event("lead.received");
const posted = event("lead.pooled", { ruleId: "picks", method: "cherryPick" });
const claimed = event("lead.claimed", { actor: "agent:ben", agentId: "ben" });

describe("the decision at issue", () => {
  const about = (...events: LeadEvent[]) => decisionAtIssue([{ from: 1, events }]);
  test("is the latest about who gets the lead, by its rule", () => {
    const offer = event("lead.offered", { ruleId: "all", method: "roundRobin", agentId: "ben" });
    const declined = event("lead.declined", { actor: "agent:ben", agentId: "ben" });
    const noted = event("lead.feedback", { actor: "agent:ben" });
    expect(about(received, offer, noted)).toEqual({ about: 2, ruleId: "all", method: "roundRobin" });
    expect(
      decisionAtIssue([
        { from: 1, events: [received, offer] },
        { from: 3, events: [declined, { ...offer, ruleId: "rest" }] },
        { from: 5, events: [noted] },
      ]),
    ).toEqual({ about: 4, ruleId: "rest", method: "roundRobin" });
  });
  test("of a claim is by the rule that posted the lead, and by whoever claimed it", () => {
    expect(about(received, posted, claimed)).toEqual({
      ...{ about: 3, ruleId: "picks", method: "cherryPick", agentId: "ben" },
    });
  });
  test("of a leader's choice is by no rule but by the leader", () => {
    const assigned = event("lead.reassigned", { actor: "agent:lena", agentId: "ben" });
    expect(about(received, posted, assigned)).toEqual({ about: 3, agentId: "lena" });
  });
  test("of a lead that was shared is the sharing; without a decision it is the receipt", () => {
    const shared = event("lead.updated", { outcome: "shared", ruleId: "sell" });
    expect(about(received, shared, event("lead.updated"))).toEqual({ about: 2, ruleId: "sell" });
    expect(about(received)).toEqual({ about: 1 });
  });
  test("has been complained of by an agent, or not", () => {
    const commits = [{ events: [event("lead.complained", { actor: "agent:ben", about: 2 })] }];
    expect(hasComplained(commits, "ben", { about: 2 })).toBe(true);
    expect(hasComplained(commits, "ben", { about: 4 })).toBe(false);
    expect(hasComplained(commits, "anna", { about: 2 })).toBe(false);
  });
});

describe("who reads it", () => {
  const circle = (leaderId?: string, deputyId?: string) => ({
    agents: new Map(
      [
        anAgent({ agentId: "anna", team: "city" }),
        anAgent({ agentId: "dora", team: "city" }),
        anAgent({ agentId: "lena", role: "leader", team: "city" }),
        anAgent({ agentId: "gone", role: "leader", team: "city", status: "inactive" }),
        anAgent({ agentId: "mona", role: "manager" }),
        anAgent({ agentId: "mia", role: "manager" }),
        anAgent({ agentId: "past", role: "manager", status: "inactive" }),
      ].map((agent) => [agent.agentId, agent]),
    ),
    teams: new Map([["city", { ...(leaderId && { leaderId }), ...(deputyId && { deputyId }) }]]),
  });
  const managers = { by: "managers", agentIds: ["mia", "mona"] };
  test.each([
    ["the leader of the team", "anna", undefined, circle("lena", "dora"), { by: "team", agentIds: ["lena"] }],
    [
      "the deputy of a leader who complains",
      "lena",
      undefined,
      circle("lena", "dora"),
      { by: "team", agentIds: ["dora"] },
    ],
    [
      "the deputy of a leader who has left",
      "anna",
      undefined,
      circle("gone", "dora"),
      { by: "team", agentIds: ["dora"] },
    ],
    ["the managers, about the leader's own choice", "anna", "lena", circle("lena", "dora"), managers],
    ["the managers, when the only leader complains", "lena", undefined, circle("lena"), managers],
    ["the managers, when nobody leads the team", "anna", undefined, circle(), managers],
    ["the other managers", "mia", undefined, circle("lena"), { by: "managers", agentIds: ["mona"] }],
    ["the other managers, about a manager's choice", "dora", "mona", circle(), { by: "managers", agentIds: ["mia"] }],
    ["the leader of a team without a deputy", "anna", undefined, circle("lena"), { by: "team", agentIds: ["lena"] }],
    ["the leader, about a colleague's claim", "anna", "dora", circle("lena"), { by: "team", agentIds: ["lena"] }],
  ] as const)("%s", (_, by, about, team, expected) => {
    expect(complaintReaders({ actor: `agent:${by}`, agentId: about }, team)).toEqual(expected);
  });
  test("the agent is told who, in the own language, and that the lead stays", () => {
    expect(complaintAnswer(["Lena"], "en")).toMatch(
      /Lena reads your reason and will get back to you.*stays where it is/,
    );
    expect(complaintAnswer(["Mia", "Mona"], "en")).toMatch(/Mia and Mona read your/);
    expect(complaintAnswer(["Lena"], "de")).toMatch(/Lena liest Ihre Begründung und meldet sich.*mit allen Fristen/);
    expect(complaintAnswer(["Mia", "Mona"], "de")).toMatch(/Mia und Mona lesen .* melden/);
    expect(complaintAnswer([], "en")).toMatch(/An admin reads it/);
    expect(complaintAnswer([], "de")).toMatch(/von der Verwaltung/);
  });
});

describe("what was written", () => {
  const decision = { about: 2 };
  const state = apply(offered(), { type: "complain", by: "anna", reason: "why", decision }, start);
  const kept = { version: 3, at: start, by: "anna", about: 2, reason: "why" };
  test("goes into BODY once, and is read from the lead until then", () => {
    const body = aBody();
    expect(complaintsOf(state, body)).toEqual([kept]);
    const once = withComplaints(body, complaintsOf(state, body));
    expect(once.complaints).toEqual([kept]);
    expect(withComplaints(once, complaintsOf(state, body))).toBe(once);
    expect(complaintsOf(state, once)).toEqual([kept]);
  });
  test("is not in the history; other reasons stay there", () => {
    const [complained] = state.events;
    expect(complained && withoutComplaint(complained)).toEqual({
      ...{ type: "lead.complained", at: start, actor: "agent:anna", about: 2 },
    });
    const declined = event("lead.declined", { reason: "busy" });
    expect(withoutComplaint(declined)).toEqual(declined);
  });
});
