import fc from "fast-check";
import { expect, test } from "vitest";
import { holderOf } from "../../../shared/domain/lifecycle/holder.ts";
import { leadInput } from "../../../shared/schemas/lead/lead-input.ts";
import type { Plan } from "../../../shared/schemas/plan/plan.ts";
import { sourceInput } from "../../../shared/schemas/source.ts";
import { receiveLead } from "../../../shared/usecases/intake/receive-lead.ts";
import { drainQueue } from "../../../shared/usecases/lifecycle/queue/drain-queue.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";
import { givenLeads } from "../../../shared/usecases/simulate/given-leads.ts";
import { nextComing } from "../../../shared/usecases/simulate/next-coming.ts";
import { replayIn } from "../../../shared/usecases/simulate/simulated-world.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";

const start = Date.parse("2026-11-23T06:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

interface Arrival {
  readonly after: number;
  readonly person: number;
  readonly interest: "buyer" | "seller";
}

const arrivals = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 5 * 60 }),
    person: fc.integer({ min: 1, max: 12 }),
    interest: fc.constantFrom("buyer" as const, "seller" as const),
  }),
  { minLength: 1, maxLength: 25 },
);
const capacities = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 });
const sellers = { skills: ["seller"] };
const methods = fc.constantFrom(
  ...(["roundRobin", "weighted", "leastLoaded"] as const).map((type) => ({ type, pool: sellers })),
  {
    type: "mix" as const,
    parts: [
      { percent: 60, method: { type: "roundRobin" as const, pool: sellers } },
      { percent: 40, method: { type: "leastLoaded" as const, pool: sellers } },
    ],
  },
);
type PlanMethod = ReturnType<typeof methods.generate>["value"];
const overflows = fc.constantFrom("next" as const, "queue" as const);

test("a simulation gives each lead to whom the product would, posted one by one", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, capacities, methods, overflows, fc.boolean(), async (...drawn) => {
      await sameFates(...drawn);
    }),
    { numRuns: 60 },
  );
});

/** Three agents with a lead or two each for seven hours, and a lead every ten minutes: most wait, and are tried again. */
const busyDays = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 20 }),
    person: fc.integer({ min: 1, max: 200 }),
    interest: fc.constantFrom("buyer" as const, "seller" as const),
  }),
  { minLength: 100, maxLength: 140 },
);

test("nor does it differ while the team is full all day and most leads wait", async () => {
  const few = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 });
  const waiting: number[] = [];
  await fc.assert(
    fc.asyncProperty(busyDays, few, methods, overflows, fc.boolean(), async (...drawn) => {
      const fates = await sameFates(...drawn);
      waiting.push(fates.filter((fate) => fate === "queued").length);
    }),
    { numRuns: 8 },
  );
  expect(Math.max(...waiting)).toBeGreaterThan(50);
});

/** Simulated and posted one by one. */
async function sameFates(
  given: readonly Arrival[],
  capacity: readonly number[],
  method: PlanMethod,
  overflow: "next" | "queue",
  open: boolean,
): Promise<Fates> {
  const ports = createMemoryPorts({ now: start });
  const hours = { mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-18:00"], thu: ["08:00-18:00"] };
  const team = ["anna", "ben", "carl"].map((agentId, i) =>
    anAgent({
      agentId,
      capacity: capacity[i] ?? 1,
      weight: i + 1,
      skills: i > 0 ? ["seller"] : [],
      ...(i === 1 && { workingHours: hours }),
    }),
  );
  const plan = aPlan({
    duplicates: { window: "PT6H" },
    rules: [{ id: "sellers", when: { field: "interest", op: "eq", value: "seller" }, method, overflow }],
    fallback: open ? { type: "roundRobin" } : { type: "leastLoaded" },
  });
  await ports.config.saveSource("website", sourceInput.parse({ name: "Website" }), undefined);
  await configure(ports, team, plan);
  const openFor = 7 * hour;
  const fates = await simulated(ports, given, openFor);
  expect(fates).toEqual(await posted(ports, given, openFor));
  return fates;
}

/** What became of a lead: who has it, else its status. */
type Fates = readonly string[];

function inputOf({ person, interest }: Arrival) {
  return leadInput.parse({ email: `person${person}@example.com`, interest });
}

function arrivalTimes(given: readonly Arrival[]): readonly number[] {
  let at = start;
  return given.map(({ after }) => {
    at += after * minute;
    return at;
  });
}

async function simulated(ports: MemoryPorts, given: readonly Arrival[], openFor: number): Promise<Fates> {
  const config = await ports.config.current();
  const routing = withPlan(config);
  if (!routing) throw new Error("no plan");
  const times = arrivalTimes(given);
  const leads = given.map((each, i) => ({ place: `/${i}`, input: inputOf(each), at: times[i], sourceId: "website" }));
  const prepared = givenLeads(leads, config, routing.plan, start);
  const { placements } = await replayIn(prepared.leads, { config, routing, openFor, traced: new Set() });
  return prepared.leads.map(({ leadId }) => {
    const found = placements.get(leadId);
    if (found?.outcome === "agent") return `${found.agentId} ${found.ruleId}`;
    return found?.outcome === "waiting" ? "queued" : (found?.outcome ?? "lost");
  });
}

/** The product in memory: its intake and its queue. Every offer is accepted; each lead's place is given back in time. */
async function posted(ports: MemoryPorts, given: readonly Arrival[], openFor: number): Promise<Fates> {
  const ids: string[] = [];
  const closings: { at: number; agentId: string; leadId: string }[] = [];
  const seen = new Set<string>();

  async function acceptOffers(): Promise<void> {
    for (const leadId of ids) {
      const state = await ports.leads.state(leadId);
      const agentId = state && holderOf(state);
      if (!state || agentId === undefined || seen.has(leadId)) continue;
      seen.add(leadId);
      const now = ports.clock.now();
      const { offer: _, ...rest } = state;
      await ports.leads.commit(state.version, {
        ...rest,
        version: state.version + 1,
        commitId: `accept ${leadId}`,
        status: "accepted",
        ownerId: agentId,
        assignedAt: now,
      });
      closings.push({ at: now + openFor, agentId, leadId });
    }
  }
  async function drain(plan: Plan): Promise<void> {
    const routing = withPlan({ ...(await ports.config.current()), plan });
    if (routing) await drainQueue(ports, routing);
    await acceptOffers();
  }
  /** To every closing and every coming and going on the way, and drains after each. */
  async function passTime(until: number): Promise<void> {
    for (;;) {
      const routing = withPlan(await ports.config.current());
      if (!routing) throw new Error("no plan");
      const next = Math.min(...closings.map(({ at }) => at), nextComing(routing, ports.clock.now()), until);
      ports.clock.set(next);
      for (const each of closings.filter(({ at }) => at <= next)) {
        closings.splice(closings.indexOf(each), 1);
        await ports.loads.release(each.agentId, each.leadId);
      }
      await drain(routing.plan);
      if (next === until) return;
    }
  }

  const times = arrivalTimes(given);
  ports.clock.set(start);
  for (const [i, each] of given.entries()) {
    await passTime(times[i] ?? start);
    const config = await ports.config.current();
    const source = config.sources.get("website");
    if (!source) throw new Error("no source");
    const received = await receiveLead(ports, { source, config, input: inputOf(each), bodyHash: String(i) });
    if (received.outcome !== "answered") throw new Error(received.outcome);
    ids.push(received.body.leadId);
    await acceptOffers();
  }
  return Promise.all(
    ids.map(async (leadId) => {
      const [state, body] = [await ports.leads.state(leadId), await ports.leads.body(leadId)];
      if (state?.status !== "accepted") return state?.status ?? "lost";
      const history = ports.commits.filter(({ next }) => next.leadId === leadId).flatMap(({ next }) => next.events);
      const ruleId = history.findLast((event) => event.ruleId !== undefined)?.ruleId ?? body?.decision?.ruleId;
      return `${state.ownerId} ${ruleId}`;
    }),
  );
}
