import { unavailableReason } from "../../domain/eligibility/availability.ts";
import { leadToRoute } from "../../domain/routing/lead-to-route.ts";
import type { Placement } from "../../domain/simulation/placement.ts";
import { simulatedPlacement } from "../../domain/simulation/simulated-placement.ts";
import type { DrawnEpoch } from "../../domain/simulation/turns-due.ts";
import type { Decision } from "../../schemas/lead/decision.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import { decideOutcome, type Outcome } from "../intake/decide-outcome.ts";
import type { Configuration } from "../ports/ports.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { LeadToReplay } from "./lead-to-replay.ts";
import { nextComing } from "./next-coming.ts";
import { simulatedAssign } from "./simulated-assign.ts";
import { simulatedLoads } from "./simulated-loads.ts";
import { simulatedPeople } from "./simulated-people.ts";
import { simulatedRotation } from "./simulated-rotation.ts";
import { type TryPlace, type WaitsFor, waitingLine } from "./waiting-line.ts";

/** What became of the leads by one plan. */
export interface Replayed {
  readonly placements: ReadonlyMap<string, Placement>;
  /** Of the traced leads. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly drawn: readonly DrawnEpoch[];
  /** Turns of the rotations by agent: those that brought a lead, and those that passed because the agent was full. */
  readonly turns: ReadonlyMap<string, number>;
}

export interface ReplayOptions {
  /** The configuration with the plan to try, and the part of it that routing reads. */
  readonly config: Configuration;
  readonly routing: RoutingConfig;
  /** How long a lead stays with its agent, ms. */
  readonly openFor: number;
  /** Leads whose decision is wanted in full. */
  readonly traced: ReadonlySet<string>;
}

/**
 * Takes the leads in one after the other as intake does, each at its own arrival: same marks, same rules, same rotation,
 * same queue, in memory. Every offer is accepted, and every lead closed after `openFor`. `leads` in order of arrival.
 */
export async function replayIn(leads: readonly LeadToReplay[], options: ReplayOptions): Promise<Replayed> {
  const { config, routing, openFor, traced } = options;
  let now = 0;
  let ids = 0;
  let waitsFor: WaitsFor = new Set();
  let comesAt = Number.POSITIVE_INFINITY;
  const loads = simulatedLoads(openFor, () => now);
  const rotation = simulatedRotation();
  const people = simulatedPeople();
  const line = waitingLine();
  const assign = simulatedAssign(routing.plan, traced, (_leadId, agents) => {
    waitsFor = agents;
  });
  const ports = {
    clock: { now: () => now, sleep: async () => undefined },
    ids: { leadId: () => `simulated-${++ids}`, random: () => `r${++ids}` },
    ...{ loads: loads.port, rotation: rotation.port },
    ...{ leads: people.leads, intake: people.intake, secrets: people.secrets },
  };
  const placements = new Map<string, Placement>();
  const turns = new Map<string, number>();
  const decisions = new Map<string, Decision>();
  const waiting = new Map<string, LeadBody>();

  function place(body: LeadBody, outcome: Outcome): void {
    const { decision, agentId } = outcome;
    if (decision && traced.has(body.leadId)) decisions.set(body.leadId, decision);
    if (decision?.ticket && agentId !== undefined) turns.set(agentId, (turns.get(agentId) ?? 0) + 1);
    placements.set(body.leadId, simulatedPlacement(body, outcome, now - body.receivedAt));
    people.remember(body, agentId);
  }

  const tryPlace: TryPlace = async (lead) => {
    const body = waiting.get(lead.leadId);
    if (body === undefined) return waitsFor;
    const remembered = rememberedOf(body);
    const assigned = await assign(ports, routing, { lead, ...remembered, mode: "first", now });
    if (assigned.outcome === "queued") return waitsFor;
    const { decision } = assigned;
    switch (assigned.outcome) {
      case "agent":
        place(body, { status: "offered", agentId: assigned.agentId, decision });
        break;
      case "shared":
        place(body, { status: "offered", shares: { at: now, accept: now, ...assigned.shares }, decision });
        break;
      default:
        place(body, { status: "pooled", decision });
    }
    waiting.delete(lead.leadId);
    return "placed";
  };

  function hasRoom(agentId: string): boolean {
    const agent = config.agents.get(agentId);
    return agent !== undefined && loads.count(agentId) < capacityOf(agent, routing.plan);
  }

  /** Who is there at all; whether there is room is asked for each lead. */
  function present(): readonly string[] {
    const { agents, timeOff, plan } = routing;
    const around = { now, timezone: plan.timezone, timeOff };
    return [...agents.values()].flatMap((each) => (unavailableReason(each, around) ? [] : [each.agentId]));
  }

  async function step(): Promise<void> {
    const freed = loads.closeUntil(now);
    if (line.length === 0) return;
    if (freed.size > 0) await line.drainTo(freed, hasRoom, tryPlace);
    if (now < comesAt) return;
    await line.drainOthers(tryPlace);
    await line.drainTo(present(), hasRoom, tryPlace);
    comesAt = nextComing(routing, now);
  }

  /** Leads are closed and people come and go; whoever is free takes who waits. */
  async function passTime(until: number): Promise<void> {
    while (line.length > 0) {
      const next = Math.min(loads.nextClosing() ?? until, comesAt);
      if (next >= until) break;
      now = next;
      await step();
    }
    now = until;
    await step();
  }

  async function takeIn(lead: LeadToReplay): Promise<void> {
    const draft = lead.draft(routing.plan);
    const { leadId, knownBefore, input, source } = lead;
    if (knownBefore) {
      const earlier = bodyOf({ ...draft, leadId: `before ${leadId}`, receivedAt: now - 1 }, { status: "accepted" });
      people.rememberPerson(earlier, knownBefore.agentId, knownBefore.duplicate ? now + 1 : now);
    }
    const outcome = await decideOutcome(ports, { leadId, input, draft, source, config, now }, assign);
    if (outcome === "busy") throw new Error(`${leadId} waits for itself`);
    const body = bodyOf({ ...draft, leadId }, outcome);
    place(body, outcome);
    if (outcome.status !== "queued") return;
    if (line.length === 0) comesAt = nextComing(routing, now);
    waiting.set(leadId, body);
    line.add(leadToRoute(body), waitsFor);
  }

  for (const lead of leads) {
    await passTime(lead.at);
    await takeIn(lead);
  }
  for (const [agentId, passed] of rotation.passedTurns()) turns.set(agentId, (turns.get(agentId) ?? 0) + passed);
  return { placements, decisions, drawn: rotation.drawnEpochs(), turns };
}

function bodyOf(draft: Omit<LeadBody, "first" | "decision">, { decision, ...first }: Outcome): LeadBody {
  const decided = decision && decision.rules.length > 0 ? { decision } : {};
  return { ...draft, ...decided, first: { deadlines: {}, ...first, commitId: "simulated", planVersion: 0 } };
}

/** What the queue still knows of a lead's arrival: whose person it is, and for which parts of mixes it was drawn. */
function rememberedOf({ first, decision }: LeadBody) {
  const drawnParts = decision?.rules.flatMap(({ ruleId, why }) =>
    why.mix === undefined ? [] : [{ ruleId, drawn: why.mix.drawn }],
  );
  return { owner: first.knownTo, knownThrough: first.knownThrough, drawnParts };
}
