import { describe, expect, test } from "vitest";
import type { Command } from "../../../shared/domain/lifecycle/command.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { WorkflowTask } from "../../../shared/schemas/lead/workflow.ts";
import { runTask } from "../../../shared/usecases/workflow/run-task.ts";
import {
  apply,
  day,
  given,
  hour,
  minute,
  noAnswer,
  reached,
  start,
  toBen,
} from "../../unit/lifecycle/lead-fixtures.ts";
import { accepted, offered, oneLead } from "./one-lead.ts";

/** Runs one task on a lead at so many ms after the start; answers its outcome and what is there then. */
async function fired(state: LeadState, task: WorkflowTask["task"], ms: number, cycle = 1) {
  const { ports, leadId, routing, config } = await oneLead(state);
  ports.clock.set(start + ms);
  const waits = task !== "Reclaim" && task !== "ToPool";
  const outcome = await runTask(
    ports,
    { routing, teams: config.teams },
    { task, leadId, cycle, ...(waits && { token: "t-1" }) },
  );
  return { outcome, token: await ports.leads.token(leadId), state: await ports.leads.state(leadId) };
}

const contacted = given(accepted, [2, reached]);
const backups = given(accepted, [30, { type: "giveToBackup", agentId: "ben" }]);
const byBen = { ...noAnswer, by: "ben" } as Command;
const closed = given(accepted, [2, { type: "lose", by: "anna", reason: "x" }]);
const reclaimed = apply(accepted, { type: "reclaim", next: toBen }, start + 73 * hour);

describe("a task whose time has come", () => {
  test("OfferToNext offers on and waits with the new wait", async () => {
    const { outcome, token, state } = await fired(offered, "OfferToNext", 5 * minute);
    expect(outcome).toEqual({ kind: "waits" });
    expect(state).toMatchObject({ status: "offered", tried: ["anna"], wait: 2 });
    expect(token).toEqual({ leadId: state?.leadId, token: "t-1", wait: 2, cycle: 1, at: "OfferToNext" });
  });
  test("EscalateToLeader tells and waits on for the contact", async () => {
    const { outcome, token } = await fired(accepted, "EscalateToLeader", 15 * minute);
    expect(outcome).toEqual({ kind: "waits" });
    expect(token).toMatchObject({ wait: 2, at: "EscalateToLeader" });
  });
  test("Reclaim takes back and is over", async () => {
    const { outcome, token, state } = await fired(accepted, "Reclaim", 72 * hour);
    expect(outcome).toEqual({ kind: "done" });
    expect(token).toBeUndefined();
    expect(state).toMatchObject({ status: "offered", cycle: 2 });
  });
  test("does what is due, whatever it is called", async () => {
    const { outcome, state } = await fired(accepted, "EscalateToLeader", 73 * hour);
    expect(outcome).toMatchObject({ kind: "leave", error: "Ended" });
    expect(state).toMatchObject({ status: "offered", cycle: 2 });
    const late = await fired(accepted, "EscalateToLeader", 31 * minute);
    expect(late.state?.ownerId).toBe("ben");
    // Its time-out was meant for the step before: the consumer sends the execution on with fresh ones.
    expect(late.token?.wait).toBe((late.state?.wait ?? 0) - 1);
  });
  test("that shortens the next wait asks for fresh time-outs", async () => {
    const { ports, leadId, config, routing } = await oneLead(offered);
    ports.clock.set(start + 5 * minute);
    const sla = { ...routing.plan.sla, hot: { ...routing.plan.sla.hot, acceptWithin: "PT3M" } };
    const quick = { ...routing, plan: { ...routing.plan, sla } };
    const task = { task: "OfferToNext", leadId, cycle: 1, token: "t-1" } as const;
    await runTask(ports, { routing: quick, teams: config.teams }, task);
    expect(await ports.leads.token(leadId)).toMatchObject({ wait: 1 });
    expect(await ports.leads.state(leadId)).toMatchObject({ wait: 2 });
  });
});

describe("a task with nothing to do", () => {
  test.each([
    ["OfferToNext", offered, minute],
    ["OfferToNext", accepted, 6 * minute],
    ["EscalateToLeader", contacted, hour],
    ["ReassignToBackup", accepted, 20],
  ] as const)("%s stores a stale wait, so that it is sent where the lead is", async (task, state, ms) => {
    const { outcome, token, state: after } = await fired(state, task, ms);
    expect(outcome).toEqual({ kind: "waits" });
    expect(after).toEqual(state);
    expect(token).toMatchObject({ wait: state.wait - 1, at: task });
  });
  test.each([
    ["offered", offered, minute, "Reoffered"],
    ["accepted by somebody else meanwhile", accepted, minute, "Reassigned"],
    ["without contact, whose deadline an attempt has moved", given(backups, [60, byBen]), 72 * hour, "Resumed"],
    ["held, with progress", apply(contacted, reached, start + 10 * day), 14 * day + 3 * minute, "Resumed"],
  ] as const)("Reclaim of a lead %s leaves by name, with fresh time-outs", async (_name, state, ms, error) => {
    const { outcome, state: after } = await fired(state, "Reclaim", ms);
    expect(outcome).toMatchObject({ kind: "leave", error, cause: { wait: state.wait } });
    expect(outcome).toHaveProperty("cause.timeouts.idle");
    expect(after).toEqual(state);
  });
  test.each(["OfferToNext", "EscalateToLeader", "ReassignToBackup", "Reclaim", "ToPool"] as const)(
    "%s of an older cycle, of a closed or of an unknown lead is ended",
    async (task) => {
      for (const state of [reclaimed, closed]) {
        const { outcome, token, state: after } = await fired(state, task, 100 * day);
        expect(outcome).toMatchObject({ kind: "leave", error: "Ended" });
        expect(token).toBeUndefined();
        expect(after).toEqual(state);
      }
      const { ports, routing, config } = await oneLead(offered);
      const unknown = { task, leadId: "ld_01JD0000000000000000000009", cycle: 1, token: "t" } as const;
      expect(await runTask(ports, { routing, teams: config.teams }, unknown)).toMatchObject({ error: "Ended" });
    },
  );
});

test("ToPool pools what a workflow has failed for", async () => {
  const { outcome, state } = await fired(contacted, "ToPool", hour);
  expect(outcome).toEqual({ kind: "done" });
  expect(state).toMatchObject({ status: "pooled", reason: "workflow", cycle: 2 });
});
