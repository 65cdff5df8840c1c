import { describe, expect, test } from "vitest";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import { holderOf } from "../../../shared/domain/lifecycle/holder.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { LeadAction } from "../../../shared/schemas/lead/lead-actions.ts";
import type { WorkflowTask } from "../../../shared/schemas/lead/workflow.ts";
import { actOnLead } from "../../../shared/usecases/lifecycle/actions/act-on-lead.ts";
import type { ActionContext } from "../../../shared/usecases/lifecycle/actions/action-context.ts";
import { reconcile } from "../../../shared/usecases/reconcile/reconcile.ts";
import { handleLeadVersion } from "../../../shared/usecases/stream/handle-lead-version.ts";
import { runTask } from "../../../shared/usecases/workflow/run-task.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { aBody, apply, hour, minute, start, unassigned } from "../../unit/lifecycle/lead-fixtures.ts";
import { oneProcess } from "../intake/one-process.ts";
import { accepted, agents, type OneLead, offered, oneLead, qualified } from "./one-lead.ts";

/** After the dust has settled: no gap, no overfilled or forgotten place. */
async function checkAtRest(ports: MemoryPorts, setup: OneLead): Promise<LeadState> {
  for (const { old, next } of ports.commits) await handleLeadVersion(ports, old, next);
  ports.clock.advance(10 * minute);
  await reconcile(ports, setup.routing);
  const state = await ports.leads.state(setup.leadId);
  if (state === undefined) throw new Error("the lead is gone");
  const held = await ports.loads.held(agents);
  for (const agentId of agents) {
    expect(held.get(agentId) ?? []).toEqual(holderOf(state) === agentId ? [setup.leadId] : []);
  }
  for (const { old, next } of ports.commits.slice(1)) {
    expect(next.version).toBe((old?.version ?? 0) + next.events.length);
  }
  return state;
}

const toPick = firstState(aBody({ status: "pooled", posted: { rule: "pick", pick: true } }));
const another = "ld_01JD0000000000000000000002";

type Doing = (context: Omit<OneLead, "ports"> & Pick<ActionContext, "ports">) => Promise<unknown>;

/** Lets the process die at each of its calls, before and after, then does the same again in another one. */
async function dyingEverywhere(
  begin: LeadState,
  doing: Doing,
  check: (state: LeadState, ports: MemoryPorts) => void | Promise<void>,
): Promise<void> {
  const counting = createMemoryPorts({ now: start });
  const whole = oneProcess(counting, undefined);
  await doing({ ...(await oneLead(begin, counting)), ports: whole.ports });
  expect(whole.calls.length).toBeGreaterThan(1);
  for (let at = 1; at <= whole.calls.length; at++) {
    for (const when of ["before", "after"] as const) {
      const ports = createMemoryPorts({ now: start, seed: at });
      const setup = await oneLead(begin, ports);
      const dying = oneProcess(ports, { at, when });
      await doing({ ...setup, ports: dying.ports }).catch(() => undefined);
      await doing({ ...setup, ports });
      await check(await checkAtRest(ports, setup), ports);
    }
  }
}

const acting =
  (agentId: string, groups: ActionContext["caller"]["groups"], action: LeadAction): Doing =>
  (context) =>
    actOnLead({ ...context, caller: { agentId, groups } }, action);

describe("a request that dies at any of its calls and is sent again", () => {
  test("accept", () =>
    dyingEverywhere(offered, acting("anna", ["agent"], { type: "accept", input: {} }), (state) => {
      expect(state).toMatchObject({ status: "accepted", ownerId: "anna", version: 3 });
    }));
  test("decline: one next offer, one place", () =>
    dyingEverywhere(offered, acting("anna", ["agent"], { type: "decline", input: { reason: "no" } }), (state) => {
      expect(state).toMatchObject({ status: "offered", version: 4, tried: ["anna"] });
    }));
  test("claim", () =>
    dyingEverywhere(unassigned("pooled"), acting("ben", ["agent"], { type: "claim", input: {} }), (state) => {
      expect(state).toMatchObject({ status: "accepted", ownerId: "ben", version: 3 });
    }));
  test("open: held once", () =>
    dyingEverywhere(toPick, acting("ben", ["agent"], { type: "open", input: {} }), async (state, { picks }) => {
      expect(state).toMatchObject({ status: "held", held: { agentId: "ben" } });
      expect((await picks.picksOf("ben")).holding?.leadId).toBe(state.leadId);
    }));
  test("claim of a lead that is open: one pick", () =>
    dyingEverywhere(
      apply(toPick, { type: "open", by: "ben", details: 3 * minute }, start),
      acting("ben", ["agent"], { type: "claim", input: {} }),
      async (state, { picks }) => {
        expect(state).toMatchObject({ status: "accepted", ownerId: "ben", picked: true });
        expect((await picks.picksOf("ben")).claims.map(({ leadId }) => leadId)).toEqual([state.leadId]);
      },
    ));
  test("opening another: the first is given back", () =>
    dyingEverywhere(
      apply(toPick, { type: "open", by: "ben", details: 3 * minute }, start),
      async (context) => {
        const { ports, leadId } = context;
        await ports.picks.replacePicks(0, {
          ...{ agentId: "ben", revision: 1, claims: [], misses: [] },
          holding: { leadId, until: start + 3 * minute },
        });
        const body = aBody({ status: "pooled", posted: { rule: "pick", pick: true } }, { leadId: another });
        await ports.leads.createState(firstState(await ports.leads.createBody(body)));
        await acting("ben", ["agent"], { type: "open", input: {} })({ ...context, leadId: another });
      },
      async (state, { leads, picks }) => {
        expect(state.status).toBe("pooled");
        expect(await leads.state(another)).toMatchObject({ status: "held", held: { agentId: "ben" } });
        expect((await picks.picksOf("ben")).holding?.leadId).toBe(another);
      },
    ));
  test("assign", () =>
    dyingEverywhere(
      accepted,
      acting("mia", ["manager"], { type: "assign", input: { agentId: "cem", reason: "x" } }),
      (state) => {
        expect(state).toMatchObject({ ownerId: "cem", version: 4 });
      },
    ));
  test("handover by name", () =>
    dyingEverywhere(
      qualified,
      acting("mia", ["manager"], { type: "handover", input: { to: "cem", reason: "in a hurry" } }),
      (state) => {
        expect(state.ownerId).toBe("cem");
      },
    ));
});

const task = (name: WorkflowTask["task"], atTime: number): Doing => {
  return async ({ ports, routing, config, leadId }) => {
    // The timer fires when the time has come; a retry gets a token of its own.
    const clock = { ...ports.clock, now: () => start + atTime };
    const token = `token-${Math.random()}`;
    const wanted = { task: name, leadId, cycle: 1, token } as const;
    return runTask({ ...ports, clock }, { routing, teams: config.teams }, wanted);
  };
};

describe("a task that dies at any of its calls and is retried", () => {
  test("OfferToNext: one next offer", () =>
    dyingEverywhere(offered, task("OfferToNext", 5 * minute), (state) => {
      expect(state).toMatchObject({ status: "offered", version: 4, tried: ["anna"], wait: 2 });
    }));
  test("EscalateToLeader: told once", () =>
    dyingEverywhere(accepted, task("EscalateToLeader", 15 * minute), (state) => {
      expect(state).toMatchObject({ status: "accepted", ownerId: "anna", version: 4 });
    }));
  test("ReassignToBackup: one backup", () =>
    dyingEverywhere(accepted, task("ReassignToBackup", 30 * minute), (state) => {
      expect(state).toMatchObject({ status: "accepted", ownerId: "ben", version: 4, escalated: true });
    }));
  test("Reclaim: taken back once", () =>
    dyingEverywhere(accepted, task("Reclaim", 72 * hour), (state) => {
      expect(state).toMatchObject({ status: "offered", version: 5, cycle: 2, tried: ["anna"] });
    }));
  test("the end of a window: in the pool again, once", () =>
    dyingEverywhere(
      apply(toPick, { type: "open", by: "ben", details: 3 * minute }, start),
      task("OfferToNext", 3 * minute),
      (state) => {
        expect(state).toMatchObject({ status: "pooled", posted: { pick: true }, version: 4, cycle: 2 });
      },
    ));
  test("Reclaim of a picked lead: one miss", () =>
    dyingEverywhere(
      apply(toPick, { type: "claim", by: "ben" }, start),
      task("Reclaim", 2 * hour),
      async (state, { picks }) => {
        expect(state).toMatchObject({ version: 5, cycle: 2, tried: ["ben"] });
        expect((await picks.picksOf("ben")).misses).toEqual([{ leadId: state.leadId, at: start + 2 * hour }]);
      },
    ));
  test("ToPool: pooled once", () =>
    dyingEverywhere(accepted, task("ToPool", hour), (state) => {
      expect(state).toMatchObject({ status: "pooled", version: 4, cycle: 2 });
    }));
});
