import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import { seededRandom } from "../../memory/memory-random.ts";
import { type Expectations, violations } from "../invariants/invariants.ts";
import type { Answered, World, WorldFault } from "../world.ts";
import { admin, pickingPlan, putAgent, quotas, setUp, team, usualPlan } from "./usual-tenant.ts";

const leader = { person: "lena", groups: ["leader"] };

export interface RandomDay {
  readonly seed: number;
  readonly steps: number;
  readonly faults: readonly WorldFault[];
  /** How long may pass at once, ms: minutes to days by default. */
  readonly jumps?: readonly number[];
  /** Whether leads are there to be picked (C10): on two days of three. */
  readonly picking?: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const anyJump = [minute, 5 * minute, 15 * minute, hour, 6 * hour, 24 * hour, 96 * hour];

interface Sent {
  readonly key: string;
  readonly body: unknown;
  readonly at: number;
  readonly answer?: Answered;
}

/** An Idempotency-Key stands for 24 h. */
const keyLife = 23 * 3_600_000;

/**
 * Random intakes, answers, contacts, absences and hours going by, several at once and with faults in between; then the
 * invariants. Throws with the seed and what was done, so that the same day can be lived again.
 */
export async function liveRandomDay(
  world: World,
  { seed, steps, faults, jumps = anyJump, picking = seed % 3 !== 1 }: RandomDay,
): Promise<void> {
  const day = await openDay(world, { seed, crashes: faults.length > 0, picking });
  for (let step = 0; step < steps; step++) {
    if (faults.length > 0 && day.chance(0.15)) await day.fault(day.pick(faults));
    const atOnce = 1 + Math.floor(day.random() * 4);
    await Promise.all(Array.from({ length: atOnce }, () => day.act()));
    if (day.chance(0.35)) await day.passTime(jumps);
    if (day.chance(0.15)) await day.check("half way");
  }
  await day.check("at the end");
}

interface Day {
  readonly seed: number;
  readonly crashes: boolean;
  readonly picking: boolean;
}

async function openDay(world: World, { seed, crashes, picking }: Day) {
  const random = seededRandom(seed);
  const chance = (likely: number) => random() < likely;
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  const log: string[] = [];
  const sent: Sent[] = [];
  const leadIds = new Set<string>();
  const forced = new Map<string, number>();
  const capacity = new Map<string, number>(team.map((agentId) => [agentId, 4]));
  let faulty = false;
  let keys = 0;
  const sourceKey = await setUp(world, picking ? pickingPlan : usualPlan);

  async function said(what: string, asking: Promise<Answered>): Promise<Answered> {
    const answer = await asking;
    log.push(`${what} → ${answer.status}`);
    if (answer.status >= 500 && !faulty) fail(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  function fail(why: string): never {
    throw new Error(`seed ${seed}: ${why}\n${log.slice(-60).join("\n")}`);
  }

  async function post(key: string, body: unknown): Promise<Answered> {
    const answer = await said(
      `lead ${key}`,
      world.ask("POST", "/v1/leads", { as: { key: sourceKey }, body, headers: { "idempotency-key": key } }),
    );
    if (answer.status < 300) leadIds.add(leadIdOf(answer));
    return answer;
  }

  /** A sender tries again with the same key until it has an answer; every 2xx must be the same (I8). */
  async function intake(): Promise<void> {
    const standing = sent.filter(({ at }) => world.now() - at < keyLife);
    const again = standing.length > 0 && chance(0.15) ? pick(standing) : undefined;
    const key = again?.key ?? `key-${seed}-${++keys}`;
    const body = again?.body ?? newLead(random, pick);
    let answer = await post(key, body);
    for (let tries = 0; answer.status >= 409 && answer.status !== 422 && tries < 3; tries++)
      answer = await post(key, body);
    if (again?.answer && answer.status < 300 && JSON.stringify(again.answer.body) !== JSON.stringify(answer.body)) {
      fail(`I8 key ${key} was answered ${JSON.stringify(again.answer.body)}, now ${JSON.stringify(answer.body)}`);
    }
    if (!again) sent.push({ key, body, at: world.now(), ...(answer.status < 300 && { answer }) });
  }

  async function someLead(fits: (state: LeadState) => boolean): Promise<LeadState | undefined> {
    const states = (await world.ports.leads.states([...leadIds])).filter(fits);
    return states.length === 0 ? undefined : pick(states);
  }

  async function byHolder(
    action: string,
    body: unknown,
    fits: (state: LeadState) => boolean = ({ ownerId }) => ownerId !== undefined,
  ): Promise<void> {
    const state = await someLead(fits);
    const holder = state?.offer?.agentId ?? state?.ownerId;
    if (!state || holder === undefined) return;
    const person = chance(0.1) ? pick(team) : holder;
    await said(
      `${person} ${action} ${state.leadId}`,
      world.ask("POST", `/v1/leads/${state.leadId}/${action}`, { as: { person, groups: ["agent"] }, body }),
    );
  }

  const offered = ({ status }: LeadState) => status === "offered";
  const acts: readonly (readonly [number, () => Promise<void>])[] = [
    [30, intake],
    [18, () => byHolder("accept", {}, offered)],
    [8, () => byHolder("decline", { reason: "busy" }, offered)],
    [12, () => byHolder("contact", { channel: "call", outcome: pick(["reached", "noAnswer", "leftMessage"]) })],
    [5, () => byHolder("qualify", {})],
    [4, () => byHolder("appointment", { at: new Date(world.now() + 3 * 86_400_000).toISOString() })],
    [4, () => byHolder("convert", { value: { amount: 400_000, currency: "EUR" } })],
    [3, () => byHolder("lose", { reason: "bought elsewhere" })],
    [2, () => byHolder("unqualify", { reason: "wrong data" })],
    [picking ? 14 : 3, () => fromPool("claim")],
    [picking ? 10 : 1, () => fromPool("open")],
    [3, assign],
    [8, changeTeam],
  ];

  /** Whoever has a lead open usually takes that one. */
  async function fromPool(action: "claim" | "open"): Promise<void> {
    const state = await someLead(({ status }) => status === "pooled" || status === "held");
    const person = chance(0.6) ? (state?.held?.agentId ?? pick(team)) : pick(team);
    if (!state) return;
    if (chance(0.3)) await world.ask("GET", "/v1/pool", { as: { person, groups: ["agent"] } });
    await said(
      `${person} ${action}s ${state.leadId}`,
      world.ask("POST", `/v1/leads/${state.leadId}/${action}`, { as: { person, groups: ["agent"] }, body: {} }),
    );
  }

  async function assign(): Promise<void> {
    const state = await someLead(() => true);
    const agentId = pick(team);
    if (!state) return;
    forced.set(agentId, (forced.get(agentId) ?? 0) + 1);
    await said(
      `lena assigns ${state.leadId} to ${agentId}`,
      world.ask("POST", `/v1/leads/${state.leadId}/assign`, {
        as: leader,
        body: { agentId, reason: "knows the street" },
      }),
    );
  }

  async function changeTeam(): Promise<void> {
    const agentId = pick(team);
    if (chance(0.4)) {
      const from = new Date(world.now() + Math.floor(random() * 3_600_000)).toISOString();
      const to = new Date(world.now() + 3_600_000 + Math.floor(random() * 86_400_000)).toISOString();
      await said(
        `${agentId} is away`,
        world.ask("POST", `/v1/agents/${agentId}/time-off`, { as: admin, body: { from, to } }),
      );
      return;
    }
    const most = pick([2, 4, 6]);
    const status = chance(0.75) ? "active" : "paused";
    await said(`${agentId} is ${status}, capacity ${most}`, putAgent(world, agentId, { capacity: most, status }));
    capacity.set(agentId, Math.max(capacity.get(agentId) ?? 0, most));
  }

  return {
    random,
    chance,
    pick,
    async act(): Promise<void> {
      let at = random() * acts.reduce((sum, [weight]) => sum + weight, 0);
      const act = acts.find(([weight]) => {
        at -= weight;
        return at < 0;
      });
      await act?.[1]();
    },
    async fault(fault: WorldFault): Promise<void> {
      faulty = true;
      log.push(`fault: ${fault}`);
      await world.inject(fault, random);
    },
    async passTime(jumps: readonly number[]): Promise<void> {
      const ms = pick(jumps);
      log.push(`${ms / 60_000} min pass`);
      await world.advance(ms);
    },
    async check(when: string): Promise<void> {
      await world.clearFaults();
      await world.settle();
      // Without crashes nothing may need mending: the reconciler would hide what the stream has to do.
      if (crashes) await world.reconcile();
      faulty = false;
      const expected: Expectations = {
        leadIds: [...leadIds],
        agentIds: [...team, "lena", "mona"],
        capacityOf: (agentId) => capacity.get(agentId) ?? 1000,
        forced: (agentId) => forced.get(agentId) ?? 0,
        crashes,
        ...(picking && { quotas }),
      };
      const found = await violations(world, expected);
      if (found.length > 0) fail(`${when}\n${found.slice(0, 10).join("\n")}`);
    },
  };
}

function leadIdOf({ body }: Answered): string {
  return String((body as { readonly leadId: unknown }).leadId);
}

/** Few people, so that some enquire again; any temperature. */
function newLead(random: () => number, pick: <T>(from: readonly T[]) => T): unknown {
  const person = Math.floor(random() * 400);
  return {
    firstName: "Erika",
    lastName: `Mustermann ${person}`,
    email: `person${person}@example.com`,
    phone: `+4930230${String(10_000 + person)}`,
    temperature: pick(["hot", "warm", "cold"]),
    interest: "buyer",
    postalCode: "10243",
  };
}
