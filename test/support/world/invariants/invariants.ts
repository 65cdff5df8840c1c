import { holderOf } from "../../../../shared/domain/lifecycle/holder.ts";
import { executionNeeded } from "../../../../shared/domain/lifecycle/workflow/execution-needed.ts";
import { shareLeadIds } from "../../../../shared/domain/shares/share-lead-id.ts";
import type { HistoryItem } from "../../../../shared/schemas/lead/event.ts";
import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import type { World } from "../world.ts";
import { type PickQuotas, picksCounted } from "./pick-invariants.ts";
import { nowhereStuck } from "./place-invariants.ts";
import { nobodyWaitsInVain } from "./queue-invariants.ts";
import { sharesKept } from "./share-invariants.ts";
import { ticketsDue } from "./ticket-invariants.ts";

export interface Expectations {
  /** Every lead that was answered with 2xx. */
  readonly leadIds: readonly string[];
  readonly agentIds: readonly string[];
  /** The most an agent was ever allowed; leads a leader forced on somebody come on top. */
  readonly capacityOf: (agentId: string) => number;
  readonly forced: (agentId: string) => number;
  /** Of the plan; without them nothing is counted. */
  readonly quotas?: PickQuotas;
  /** How many shares the rule wants whose pool shared a lead; without it nobody looks. */
  readonly sharesOf?: (poolRule: string) => number;
  /** Those with a daily cap, and the highest that they ever had. */
  readonly buyers?: ReadonlyMap<string, number>;
  /** Whether the queue was looked at since this agent could last take more; without it nobody asks. */
  readonly drained?: (agentId: string) => boolean;
  /** Requests may have died between two steps. */
  readonly crashes?: boolean;
}

export interface Seen {
  readonly world: World;
  readonly states: readonly LeadState[];
  readonly histories: ReadonlyMap<string, readonly HistoryItem[]>;
}

/**
 * What must hold whenever the product is at rest. Answers the violations, each with its invariant's number. The clock goes
 * on while this looks: if a timer fired meanwhile, half of what was seen is from before it, so it is looked again.
 */
export async function violations(world: World, given: Expectations): Promise<readonly string[]> {
  const expected = { ...given, leadIds: await withShares(world, given.leadIds) };
  const states = await world.ports.leads.states(expected.leadIds);
  const found = await contradictions(world, states, expected);
  if (found.length === 0) return [];
  await world.settle();
  const after = await world.ports.leads.states(expected.leadIds);
  return versionsOf(after) === versionsOf(states) ? found : violations(world, given);
}

const versionsOf = (states: readonly LeadState[]): string =>
  states.map(({ leadId, version }) => `${leadId} ${version}`).join();

async function contradictions(
  world: World,
  states: readonly LeadState[],
  expected: Expectations,
): Promise<readonly string[]> {
  const histories = new Map<string, readonly HistoryItem[]>();
  for (const leadId of expected.leadIds) histories.set(leadId, await world.ports.leads.history(leadId));
  const seen: Seen = { world, states, histories };
  return [
    ...expected.leadIds
      .filter((leadId) => !states.some((state) => state.leadId === leadId))
      .map((leadId) => `I1 ${leadId} was promised and is not there`),
    ...states.flatMap((state) => gaplessVersions(state, histories.get(state.leadId) ?? [])),
    ...(await heldSets(seen, expected)),
    ...(await liveExecutions(seen)),
    ...(await ticketsDue(seen)),
    ...(await offersTold(seen)),
    ...(await picksCounted(seen, expected)),
    ...(await sharesKept(seen, expected)),
    ...nowhereStuck(seen, expected),
    ...(await nobodyWaitsInVain(seen, expected)),
  ];
}

/** Of a lead that was shared the shares are leads as well, and all of it holds for each. */
async function withShares(world: World, leadIds: readonly string[]): Promise<readonly string[]> {
  const parents = await world.ports.leads.states(leadIds);
  const shares = parents.flatMap(({ leadId, shares: given }) =>
    given === undefined ? [] : shareLeadIds(leadId, given),
  );
  return [...new Set([...leadIds, ...shares])];
}

/** I2 and I5: versions without a gap, as many events in the history as the version says. */
function gaplessVersions(state: LeadState, history: readonly HistoryItem[]): readonly string[] {
  let next = 1;
  for (const { from, to, events } of history) {
    if (from !== next || to - from + 1 !== events.length) return [`I2 ${state.leadId} has a gap at version ${next}`];
    next = to + 1;
  }
  return next - 1 === state.version
    ? []
    : [`I5 ${state.leadId} is at version ${state.version} with ${next - 1} events`];
}

/** I3: the held set is the leads offered to or owned by the agent. */
async function heldSets({ world, states }: Seen, expected: Expectations): Promise<readonly string[]> {
  const held = await world.ports.loads.held(expected.agentIds);
  return expected.agentIds.flatMap((agentId) => {
    const should = states.filter((state) => holderOf(state) === agentId).map(({ leadId }) => leadId);
    const does = held.get(agentId) ?? [];
    const wrong = [...new Set([...should, ...does])].filter((id) => should.includes(id) !== does.includes(id));
    const most = expected.capacityOf(agentId) + expected.forced(agentId);
    return [
      ...wrong.map((leadId) => `I3 ${leadId}: ${should.includes(leadId) ? "not held by" : "still held by"} ${agentId}`),
      ...(does.length > most ? [`I3 ${agentId} holds ${does.length} of ${most}`] : []),
    ];
  });
}

/** I4: exactly one live execution, of the present cycle, for each lead that is offered or owned; none for others. */
async function liveExecutions({ world, states }: Seen): Promise<readonly string[]> {
  const running = (await world.executions()).filter(({ status }) => status === "RUNNING").map(({ name }) => name);
  return states.flatMap((state) => {
    const own = running.filter((name) => name.startsWith(`${state.leadId}-`));
    const should = executionNeeded(state) ? [`${state.leadId}-${state.cycle}`] : [];
    return own.join() === should.join()
      ? []
      : [`I4 ${state.leadId} (${state.status}, cycle ${state.cycle}) has executions [${own}] instead of [${should}]`];
  });
}

/** I7: every offer was told to the agent it was made to. */
async function offersTold({ world, histories }: Seen): Promise<readonly string[]> {
  const told = new Set((await world.notices()).filter(({ kind }) => kind === "offer").map(noticeName));
  return [...histories].flatMap(([leadId, items]) =>
    items
      .flatMap(({ events }) => events)
      .filter((event) => event.type === "lead.offered" && event.agentId !== undefined)
      .filter((event) => !told.has(noticeName({ kind: "offer", leadId, agentId: event.agentId })))
      .map((event) => `I7 nobody told ${event.agentId} of the offer of ${leadId}`),
  );
}

const noticeName = ({ leadId, agentId }: { kind: string; leadId?: string | undefined; agentId?: string | undefined }) =>
  `${leadId} ${agentId}`;
