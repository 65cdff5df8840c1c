import type { DraftLead } from "../../domain/intake/draft-lead.ts";
import { areasOf } from "../../domain/routing/areas.ts";
import { CONTINUITY } from "../../domain/routing/special-rules.ts";
import { leadHolds } from "../../domain/scoring/lead-holds.ts";
import { scoreLead } from "../../domain/scoring/score-lead.ts";
import { temperatureOf } from "../../domain/scoring/temperature-of.ts";
import { recordedPlacement } from "../../domain/simulation/recorded-placement.ts";
import type { Span } from "../../domain/time/open-days.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { type Source, sourceInput } from "../../schemas/source.ts";
import type { Configuration, LeadsPort } from "../ports/ports.ts";
import type { LeadToReplay } from "./lead-to-replay.ts";

type PastPorts = { readonly leads: Pick<LeadsPort, "body" | "listBySource" | "states"> };

/** The leads of a span as they are recorded. */
export interface PastLeads {
  readonly leads: readonly LeadToReplay[];
  readonly states: readonly LeadState[];
  /** Erased, rejected and test leads: they were never distributed, or nothing is left of them. */
  readonly leftOut: number;
}

const pageSize = 100;
/** Bodies read side by side. */
const atOnce = 50;

/**
 * The leads received in a span (epoch ms, its end not included) from these sources, through the index by source and
 * month. `tooMany` as soon as there are more than `most`.
 */
export async function pastLeads(
  ports: PastPorts,
  config: Configuration,
  sourceIds: readonly string[],
  span: Span,
  most: number,
): Promise<PastLeads | "tooMany"> {
  const states: LeadState[] = [];
  for (const sourceId of sourceIds) {
    for (const month of monthsOf(span)) {
      const room = most - states.length;
      const found = await leadsOfMonth(ports, sourceId, month, span, room);
      if (found === "tooMany") return "tooMany";
      states.push(...found);
    }
  }
  states.sort((a, b) => a.receivedAt - b.receivedAt || (a.leadId < b.leadId ? -1 : 1));
  const leads: LeadToReplay[] = [];
  for (let i = 0; i < states.length; i += atOnce) {
    const batch = states.slice(i, i + atOnce);
    const bodies = await Promise.all(batch.map(({ leadId }) => ports.leads.body(leadId)));
    leads.push(
      ...batch.flatMap((state, index) => {
        const body = bodies[index];
        return body && wasDistributed(state, body) ? [toReplay(state, body, config)] : [];
      }),
    );
  }
  return { leads, states, leftOut: states.length - leads.length };
}

async function leadsOfMonth(
  { leads }: PastPorts,
  sourceId: string,
  month: string,
  { from, to }: Span,
  room: number,
): Promise<readonly LeadState[] | "tooMany"> {
  const found: LeadState[] = [];
  let cursor: string | undefined;
  do {
    const page = await leads.listBySource(sourceId, month, {
      limit: pageSize,
      ...(cursor !== undefined && { cursor }),
    });
    const states = await leads.states(page.items);
    found.push(...states.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to));
    if (found.length > room) return "tooMany";
    cursor = states.some(({ receivedAt }) => receivedAt >= to) ? undefined : page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** Months (UTC, YYYY-MM) that the span touches. */
function monthsOf({ from, to }: Span): readonly string[] {
  const [start, end] = [new Date(from), new Date(Math.max(from, to - 1))];
  const count = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth() + 1;
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i)).toISOString().slice(0, 7),
  );
}

function wasDistributed(state: LeadState, body: LeadBody): boolean {
  return state.status !== "erased" && body.first.status !== "rejected" && body.first.status !== "test";
}

function toReplay(state: LeadState, body: LeadBody, config: Configuration): LeadToReplay {
  const { leadId, receivedAt: at, first, decision } = body;
  const continued = decision?.ruleId === CONTINUITY ? decision.chosen[0] : undefined;
  const areas = areasOf(body.facts, config.areas);
  return {
    ...{ leadId, name: leadId, at },
    source: config.sources.get(body.sourceId) ?? goneSource(body.sourceId),
    input: { channel: body.facts.channel, firstContactBy: body.facts.firstContactBy },
    areas,
    draft: (plan) => rescored(body, areas, plan, config),
    recorded: recordedPlacement(state, body),
    ...(first.status === "duplicate" && { knownBefore: { agentId: first.agentId, duplicate: true } }),
    ...(continued !== undefined && { knownBefore: { agentId: continued, duplicate: false } }),
  };
}

/** Sources may be deleted; their leads stay. */
function goneSource(sourceId: string): Source {
  return { ...sourceInput.parse({ name: sourceId }), sourceId, version: 1 };
}

/** The lead as this plan would have scored it. A temperature that the sender gave stays, as it does in the product (B2). */
function rescored(body: LeadBody, areas: readonly string[], plan: Plan, config: Configuration): DraftLead {
  const { leadId, first, decision, score: before, rescored: _, temperature, areas: __, ...rest } = body;
  const unscored = { ...rest, ...(areas.length > 0 && { areas: [...areas] }) };
  const { total, parts } = scoreLead(plan.scoring, leadHolds(unscored, body.receivedAt, plan));
  const sourceQuality = config.sources.get(body.sourceId)?.quality;
  const byScore = temperature === temperatureOf({ sourceQuality, score: before.total }, config.plan?.scoring);
  return {
    ...unscored,
    score: { total, parts: [...parts] },
    temperature: byScore ? temperatureOf({ sourceQuality, score: total }, plan.scoring) : temperature,
  };
}
