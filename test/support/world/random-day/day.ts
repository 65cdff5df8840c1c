import { shareLeadIds } from "../../../../shared/domain/shares/share-lead-id.ts";
import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import { seededRandom } from "../../memory/memory-random.ts";
import type { Answered, World } from "../world.ts";
import { type Dice, setUp, type Tenant } from "./tenant.ts";

/** A body that was sent with an Idempotency-Key, and how it was answered. */
export interface Sent {
  readonly key: string;
  readonly body: unknown;
  readonly at: number;
  readonly answer?: Answered;
}

/** A random day under way: what was done, and what has to be known to judge it. */
export interface Day extends Dice {
  readonly seed: number;
  readonly world: World;
  readonly tenant: Tenant;
  readonly sourceKey: string;
  readonly agents: readonly string[];
  readonly sent: Sent[];
  /** Of every lead that was answered with 2xx. */
  readonly leadIds: Set<string>;
  /** How many leads a leader has forced on somebody. */
  readonly forced: Map<string, number>;
  /** The most that somebody was ever allowed: leads at once of an agent, shares a day of a buyer. */
  readonly most: Map<string, number>;
  /** Who was ever to be away: when that ends nobody is told, the next sweep finds it. */
  readonly away: Set<string>;
  /** Every plan of the day so far, newest last. */
  readonly plans: object[];
  note(what: string): void;
  /** From now on requests may break off, or not. */
  faulty(faulty: boolean): void;
  /** Notes the answer; one of the server's own failures fails the day, unless it was made to fail. */
  said(what: string, asking: Promise<Answered>): Promise<Answered>;
  fail(why: string): never;
  /** One of the leads, or of their shares, that fits. */
  someLead(fits: (state: LeadState) => boolean): Promise<LeadState | undefined>;
}

const taken = { status: 200, body: "" };
const refused = { status: 200, body: '{"accepted":false,"reason":"known"}' };
const down = { status: 503, body: "" };

export async function openDay(world: World, tenant: Tenant, seed: number): Promise<Day> {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  const log: string[] = [];
  const leadIds = new Set<string>();
  let faulty = false;
  const plan = pick(tenant.plans);
  // Most deliveries are taken, some refused; now and then a server is down.
  world.buyers.answerWith(() => pick([taken, taken, taken, taken, refused, down]));
  const fail = (why: string): never => {
    throw new Error(`seed ${seed}: ${why}\n${log.slice(-60).join("\n")}`);
  };
  return {
    ...{ seed, world, tenant, random, pick, fail, leadIds },
    chance: (likely) => random() < likely,
    sourceKey: await setUp(world, tenant, plan),
    agents: Object.keys(tenant.agents),
    sent: [],
    forced: new Map(),
    most: allowed(tenant),
    away: new Set(),
    plans: [plan],
    note: (what) => void log.push(what),
    faulty(next) {
      faulty = next;
    },
    async said(what, asking) {
      const answer = await asking;
      log.push(`${what} → ${answer.status}`);
      if (answer.status >= 500 && !faulty) fail(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer;
    },
    async someLead(fits) {
      const leads = await world.ports.leads.states([...leadIds]);
      const shares = leads.flatMap(({ leadId, shares: given }) => (given ? shareLeadIds(leadId, given) : []));
      const states = shares.length === 0 ? leads : [...leads, ...(await world.ports.leads.states(shares))];
      const fitting = states.filter(fits);
      return fitting.length === 0 ? undefined : pick(fitting);
    },
  };
}

function allowed({ agents, buyers = {} }: Tenant): Map<string, number> {
  const limits = Object.entries({ ...agents, ...buyers }).flatMap(([id, saved]) => {
    const { capacity, dailyCap = capacity } = saved as { readonly capacity?: number; readonly dailyCap?: number };
    return dailyCap === undefined ? [] : [[id, dailyCap] as const];
  });
  return new Map(limits);
}
