import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workflowInput } from "../../../../shared/domain/lifecycle/workflow/workflow-input.ts";
import { workflowTimeouts } from "../../../../shared/domain/lifecycle/workflow/workflow-timeouts.ts";
import { workflowTimeouts as schema } from "../../../../shared/schemas/lead/workflow.ts";
import { accepted, contacted, day, given, hour, minute, offered, start } from "../lead-fixtures.ts";

describe("time-outs of the workflow", () => {
  test("of an offer run to its end; phases to come are bounded by a day", () => {
    expect(workflowTimeouts(offered(), start)).toEqual({
      accept: 300,
      contact: 86_400,
      escalate: 86_400,
      reclaim: 86_400,
      ownership: 86_401,
      idle: 86_400,
    });
  });
  test("are whole seconds, rounded up", () => {
    expect(workflowTimeouts(offered(), start + 1).accept).toBe(300);
    expect(workflowTimeouts(offered(), start + 999).accept).toBe(300);
    expect(workflowTimeouts(offered(), start + 1000).accept).toBe(299);
  });
  test("are at least a second, however late", () => {
    expect(workflowTimeouts(offered(), start + day).accept).toBe(1);
  });
  test("after acceptance run to the leader, from there to the backup", () => {
    expect(workflowTimeouts(accepted(), start + minute)).toMatchObject({
      contact: 900,
      escalate: 900,
      reclaim: 72 * 3600,
    });
  });
  test("after the leader was told run to the backup at once", () => {
    const told = given(accepted(), [16, { type: "escalate" }]);
    expect(workflowTimeouts(told, start + 16 * minute).contact).toBe(15 * 60);
  });
  test("of a lead that escalates to nobody run to the end of the 72 hours", () => {
    expect(workflowTimeouts(accepted("warm"), start + minute).contact).toBe(72 * 3600);
  });
  test("of an ownership: the heartbeat is the shorter one", () => {
    const lead = contacted();
    expect(workflowTimeouts(lead, start + 2 * minute)).toMatchObject({
      idle: 14 * 86_400,
      ownership: 30 * 86_400 - 60,
    });
    expect(workflowTimeouts(lead, start + 14 * day + minute)).toMatchObject({
      idle: 60,
      ownership: 16 * 86_400,
    });
  });
  test("of an ownership that ends before the idle time: the heartbeat ends it, on time", () => {
    const lead = { ...contacted(), deadlines: { idle: start + 9 * day, ownership: start + day } };
    expect(workflowTimeouts(lead, start)).toMatchObject({ idle: 86_400, ownership: 86_401 });
  });
  test("always fit the schema and keep the heartbeat below the time-out", () => {
    const states = fc.constantFrom(offered(), offered("cold"), accepted(), accepted("warm"), contacted());
    fc.assert(
      fc.property(states, fc.integer({ min: -hour, max: 100 * day }), (state, later) => {
        const timeouts = schema.parse(workflowTimeouts(state, start + later));
        expect(timeouts.idle).toBeLessThan(timeouts.ownership);
      }),
    );
  });
});

describe("the input of an execution", () => {
  test("of an offered lead is its present wait", () => {
    expect(workflowInput(offered(), start)).toMatchObject({ cycle: 1, wait: 1 });
  });
  test("of a lead that has an owner is a stale one, so that the handshake moves it on", () => {
    expect(workflowInput(accepted(), start).wait).toBe(accepted().wait - 1);
    expect(workflowInput(contacted(), start).wait).toBe(contacted().wait - 1);
  });
});
