import { describe, expect, test } from "vitest";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { reconcile } from "../../../shared/usecases/reconcile/reconcile.ts";
import { handleLeadVersion } from "../../../shared/usecases/stream/handle-lead-version.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { hour, minute, start, unassigned } from "../../unit/lifecycle/lead-fixtures.ts";
import { accepted, offered, oneLead } from "./one-lead.ts";

const nothing = { repaired: 0, lagging: 0, restored: 0, released: 0 };

/** A lead whose first version the consumer has (or has not) seen. */
async function standing(state: LeadState, consumed = true) {
  const lead = await oneLead(state);
  if (consumed) await consume(lead.ports);
  return lead;
}

async function consume(ports: MemoryPorts): Promise<void> {
  for (const { old, next } of ports.commits) await handleLeadVersion(ports, old, next);
}

describe("a lead without its timer", () => {
  test("is left alone while nothing is overdue", async () => {
    const { ports, routing } = await standing(offered);
    ports.endExecution(offered.leadId, 1);
    ports.clock.advance(9 * minute);
    expect(await reconcile(ports, routing)).toEqual(nothing);
  });
  test("gets a new cycle, whose execution the consumer starts", async () => {
    const { ports, routing } = await standing(offered);
    ports.endExecution(offered.leadId, 1);
    ports.clock.advance(11 * minute);
    expect(await reconcile(ports, routing)).toMatchObject({ repaired: 1 });
    expect(await ports.leads.state(offered.leadId)).toMatchObject({ status: "offered", cycle: 2, version: 3 });
    await consume(ports);
    expect(ports.executions.map(({ name }) => name)).toEqual([`${offered.leadId}-1`, `${offered.leadId}-2`]);
    expect(await reconcile(ports, routing)).toMatchObject({ repaired: 0 });
  });
  test("is not touched while its execution runs, unless that is stuck for an hour", async () => {
    const { ports, routing } = await standing(offered);
    ports.clock.advance(hour);
    expect(await reconcile(ports, routing)).toMatchObject({ repaired: 0 });
    ports.clock.advance(6 * minute);
    expect(await reconcile(ports, routing)).toMatchObject({ repaired: 1 });
  });
  test("whose latest version never reached the history is counted", async () => {
    const { ports, routing } = await standing(offered, false);
    ports.clock.advance(11 * minute);
    expect(await reconcile(ports, routing)).toMatchObject({ lagging: 1, repaired: 1 });
  });
  test("needs none in the pool or the queue", async () => {
    for (const status of ["pooled", "queued", "nurture"] as const) {
      const { ports, routing } = await standing(unassigned(status));
      ports.clock.advance(1000 * hour);
      expect(await reconcile(ports, routing)).toEqual(nothing);
    }
  });
});

describe("places", () => {
  test("kept for a commit that never came are given back, once nobody can be on the way any more", async () => {
    const { ports, routing, leadId } = await standing(offered);
    await ports.loads.reserve("ben", leadId, 15);
    expect(await reconcile(ports, routing)).toEqual(nothing);
    ports.clock.advance(2 * minute);
    expect(await reconcile(ports, routing)).toEqual({ ...nothing, released: 1 });
    expect(await ports.loads.held(["anna", "ben"])).toEqual(new Map([["anna", [leadId]]]));
  });
  test("are looked at one by one only where somebody holds more than is theirs", async () => {
    const { ports, routing } = await standing(accepted);
    ports.failNext("loads", "heldWithRevision", "throttle");
    expect(await reconcile(ports, routing)).toEqual(nothing);
  });
  test("of leads that somebody has are restored", async () => {
    const { ports, routing, leadId } = await standing(accepted);
    await ports.loads.release("anna", leadId);
    expect(await reconcile(ports, routing)).toEqual({ ...nothing, restored: 1 });
    expect(await ports.loads.held(["anna"])).toEqual(new Map([["anna", [leadId]]]));
  });
});

test("a tenant at rest costs no writes", async () => {
  const { ports, routing } = await standing(accepted);
  ports.clock.set(start + minute);
  const before = ports.commits.length;
  expect(await reconcile(ports, routing)).toEqual(nothing);
  expect(ports.commits).toHaveLength(before);
});
