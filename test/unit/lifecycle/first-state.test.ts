import { describe, expect, test } from "vitest";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import { leadState } from "../../../shared/schemas/lead/lead.ts";
import { aBody, minute, start, types } from "./lead-fixtures.ts";

const decision = {
  ruleId: "all",
  method: "roundRobin",
  poolId: "all",
  ticket: { epoch: 1, n: 7 },
  chosen: ["anna"],
  considered: [],
  rules: [],
  outcome: "agent" as const,
  planVersion: 1,
};

describe("the first version of a lead", () => {
  test("follows from BODY alone: the same BODY, the same STATE", () => {
    const body = aBody({ agentId: "anna", deadlines: { accept: start + 5 * minute } });
    expect(firstState(body)).toEqual(firstState(structuredClone(body)));
  });
  test("of an offered lead holds the offer, and the ticket in its event", () => {
    const state = firstState(aBody({ agentId: "anna", deadlines: { accept: start + 5 * minute } }, { decision }));
    expect(state).toMatchObject({
      version: 2,
      cycle: 1,
      wait: 1,
      status: "offered",
      offer: { agentId: "anna", at: start, expiresAt: start + 5 * minute },
      offers: { since: start, made: 1 },
    });
    expect(state.events[1]).toMatchObject({ type: "lead.offered", agentId: "anna", ticket: { epoch: 1, n: 7 } });
    expect(state.ownerId).toBeUndefined();
  });
  test("of a directly assigned lead has its owner", () => {
    const state = firstState(aBody({ status: "accepted", agentId: "anna", direct: true }));
    expect(state).toMatchObject({ version: 2, status: "accepted", ownerId: "anna", assignedAt: start });
    expect(state.offer).toBeUndefined();
    expect(types(state)).toEqual(["lead.received", "lead.reassigned"]);
  });
  test.each([
    ["pooled", ["lead.received", "lead.pooled"]],
    ["queued", ["lead.received", "lead.queued"]],
    ["nurture", ["lead.received", "lead.scored"]],
    ["duplicate", ["lead.received", "lead.duplicate"]],
    ["rejected", ["lead.received"]],
    ["test", ["lead.received"]],
  ] as const)("of a %s lead says so by its events, which are its version", (status, expected) => {
    const state = firstState(aBody({ status, reason: "capacity" }));
    expect(types(state)).toEqual(expected);
    expect(state).toMatchObject({ version: expected.length, status, reason: "capacity" });
  });
  test("of a duplicate names the first lead", () => {
    const duplicateOf = "ld_01JD0000000000000000000000";
    const state = firstState(aBody({ status: "duplicate", duplicateOf }));
    expect(state).toMatchObject({ duplicateOf, events: [{}, { leadId: duplicateOf }] });
  });
  test("holds nothing of the person, in any status", () => {
    const text = JSON.stringify(firstState(aBody({ agentId: "anna" })));
    expect(text).not.toMatch(/Erika|Mustermann|example\.com|\+49/);
  });
  test("fits the schema", () => {
    expect(() => leadState.parse(firstState(aBody({ agentId: "anna" })))).not.toThrow();
  });
});
