import { CHECKPOINT, cursorOf, type OpenEpoch, openingOf } from "../../shared/domain/rotation/epoch.ts";
import type { LeadToRoute } from "../../shared/domain/routing/lead-to-route.ts";
import type { Plan } from "../../shared/schemas/plan/plan.ts";
import { assignLead } from "../../shared/usecases/assign-lead.ts";
import type { AssignPorts } from "../../shared/usecases/routing/assignment.ts";
import { createMemoryIds } from "../support/memory/memory-clock.ts";
import { createMemoryLoads } from "../support/memory/memory-loads.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { createMemoryRotation } from "../support/memory/memory-rotation.ts";
import { type Contestant, interleave, median, type Rounds, ratio, warmUp } from "./measure.ts";
import type { Part, Result } from "./result.ts";
import { rosterOf } from "./rotation.ts";
import { sampleConfig, sampleLeads, samplePlan } from "./sample-plan.ts";

const now = Date.parse("2026-11-23T09:00:00Z");

/**
 * How a decision's time grows with the team and with the plan, in a container that knows the pool, and what one pays that
 * has just started. Everything is compared with the smallest of its kind, in turns, in the same run.
 */
export const scale: Part = async (quick) => [...(await decisions(quick)), ...(await coldReplays(quick))];

/** Logarithms of the sizes: four times the time for 10,000 instead of 10 would still be in proportion to them. */
const sizes = [
  { agents: 10, rules: 50 },
  { agents: 100, rules: 50, atMost: 2 },
  { agents: 1_000, rules: 50, atMost: 3 },
  { agents: 10_000, rules: 50, atMost: 4 },
  { agents: 10, rules: 500 },
  { agents: 10_000, rules: 500 },
];

async function decisions(quick: boolean): Promise<readonly Result[]> {
  const leads = sampleLeads(quick ? 500 : 2_000);
  const contestants = Object.fromEntries(
    sizes.map(({ agents, rules }) => [`${agents} ${rules}`, decider(onePool(rules), agents, leads)]),
  );
  await warmUp(3, contestants);
  const measured: Rounds<string> = await interleave(quick ? 5 : 15, contestants);
  const [least = []] = Object.values(measured);
  return sizes.slice(1).map(({ agents, rules, atMost }) => {
    const own = measured[`${agents} ${rules}`] ?? [];
    return {
      part: "scale",
      name: `decide among ${agents.toLocaleString("en")} by ${rules} rules`,
      ours: { what: "a warm decision", value: median(own), unit: "µs" },
      other: { what: "the same among 10 by 50 rules", value: median(least), unit: "µs" },
      ratio: ratio(own, least),
      ...(atMost !== undefined && { aim: { atMost } }),
    };
  });
}

/** A plan whose last rule takes every lead: all of them go to one pool. */
function onePool(rules: number): Plan {
  const plan = samplePlan(rules);
  const narrow = plan.rules.slice(1).map((rule, i) => ({
    ...rule,
    when: {
      all: [...(rule.when ? [rule.when] : []), { field: "campaign", op: "eq" as const, value: `campaign-${i}` }],
    },
  }));
  const everyone = { id: "everyone", method: { type: "roundRobin", pool: {} }, overflow: "next" } as const;
  return { ...plan, rules: [...narrow, everyone] };
}

function decider(plan: Plan, agents: number, leads: readonly LeadToRoute[]): Contestant {
  const config = sampleConfig(plan, agents);
  const loads = createMemoryLoads(() => now);
  const ports: AssignPorts = { loads, rotation: createMemoryRotation(), ids: createMemoryIds(seededRandom(3)) };
  return async () => {
    const start = performance.now();
    for (const lead of leads) {
      const assigned = await assignLead(ports, config, { lead, mode: "first", now });
      if (assigned.outcome !== "agent") throw new Error(`${lead.leadId} found nobody`);
      await loads.release(assigned.agentId, lead.leadId);
    }
    return ((performance.now() - start) * 1000) / leads.length;
  };
}

/** What a container works out that finds a pool of 10,000 after so many tickets: credits of the epoch before, and turns. */
async function coldReplays(quick: boolean): Promise<readonly Result[]> {
  const open = afterACheckpoint(10_000);
  const replay = (n: number) => () => {
    const start = performance.now();
    cursorOf(open.epoch, open.sequence.prevN).turn(Math.max(n, 1));
    return performance.now() - start;
  };
  const contestants = { none: replay(0), some: replay(1_000), most: replay(CHECKPOINT) };
  await warmUp(2, contestants);
  const measured = await interleave(quick ? 3 : 9, contestants);
  const row = (tickets: number, own: readonly number[]): Result => ({
    part: "scale",
    name: `find the turn among 10,000 after ${tickets.toLocaleString("en")} tickets, cold`,
    ours: { what: "replay from the stored epoch", value: median(own), unit: "ms" },
    other: { what: "the same after none", value: median(measured.none), unit: "ms" },
    ratio: ratio(own, measured.none),
  });
  return [row(1_000, measured.some), row(CHECKPOINT, measured.most)];
}

/** The longest there is to replay: the epoch before had all the tickets that a checkpoint allows. */
function afterACheckpoint(members: number): OpenEpoch {
  const roster = rosterOf(members);
  const sequence = { epoch: 1, n: CHECKPOINT, prevN: 0, validUntil: now, rosterId: "first" };
  const first = openingOf(undefined, { rosterId: "first", openedAt: now, roster });
  const epoch = openingOf({ sequence, epoch: first }, { rosterId: "second", openedAt: now, roster });
  return { sequence: { ...sequence, epoch: 2, n: 0, prevN: CHECKPOINT, rosterId: "second" }, epoch };
}
