import { type ClaimedTurn, claimedTurns } from "../../domain/rotation/claimed-turns.ts";
import { type JudgedTurn, type PoolRecord, proveTurns } from "../../domain/rotation/prove-turns.ts";
import type { Span } from "../../domain/time/open-days.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { receivedLeads } from "../figures/received-leads.ts";
import type { Ports } from "../ports/ports.ts";
import { withShares } from "../shares/views/with-shares.ts";
import { readPoolRecord } from "./pool-record.ts";

/** One lead with the turns of the rotation it took: usually one; none if it came to its agent, or to nobody, otherwise. */
export interface ReplayedLead {
  readonly leadId: string;
  readonly status: LeadState["status"];
  /** How it was routed, if it was. */
  readonly ruleId?: string;
  readonly method?: string;
  readonly turns: readonly JudgedTurn[];
}

interface ReadLead extends Omit<ReplayedLead, "turns"> {
  readonly claims: readonly ClaimedTurn[];
}

type ReplayPorts = {
  readonly leads: Pick<Ports["leads"], "body" | "history" | "listBySource" | "states">;
  readonly rotation: Pick<Ports["rotation"], "sequence" | "epoch" | "gone">;
};

/** Leads read side by side. */
const atOnce = 20;

/**
 * Proves the decisions about the leads received in a span: reads who got them and by which ticket, works out
 * from the stored rosters whose turn each ticket was, and compares. Reads only. Looks at leads of these sources.
 */
export async function replayDay(
  ports: ReplayPorts,
  sourceIds: readonly string[],
  span: Span,
): Promise<readonly ReplayedLead[]> {
  const leads = await readAll(ports, await withShares(ports.leads, await receivedLeads(ports.leads, sourceIds, span)));
  const claims = leads.flatMap((lead) => lead.claims);
  const judged = Map.groupBy(proveTurns(claims, await readPools(ports, claims)), ({ leadId }) => leadId);
  return leads.map(({ claims: _, ...lead }) => ({ ...lead, turns: judged.get(lead.leadId) ?? [] }));
}

async function readAll(ports: ReplayPorts, states: readonly LeadState[]): Promise<readonly ReadLead[]> {
  const leads: ReadLead[] = [];
  for (let i = 0; i < states.length; i += atOnce) {
    leads.push(...(await Promise.all(states.slice(i, i + atOnce).map((state) => readLead(ports, state)))));
  }
  return leads;
}

async function readLead({ leads }: ReplayPorts, { leadId, status }: LeadState): Promise<ReadLead> {
  const [body, history] = await Promise.all([leads.body(leadId), leads.history(leadId)]);
  if (body === undefined) throw new Error(`lead ${leadId} has no BODY`);
  const { decision } = body;
  return {
    leadId,
    status,
    ...(decision !== undefined && { ruleId: decision.ruleId, method: decision.method }),
    claims: claimedTurns(
      body,
      history.flatMap(({ events }) => events),
    ),
  };
}

async function readPools(
  { rotation }: ReplayPorts,
  claims: readonly ClaimedTurn[],
): Promise<ReadonlyMap<string, PoolRecord>> {
  const pools = new Map<string, PoolRecord>();
  for (const [poolId, drawn] of Map.groupBy(claims, (claim) => claim.poolId)) {
    const needed = drawn.map(({ epoch }) => epoch);
    const record = await readPoolRecord(rotation, poolId, needed);
    if (record !== undefined) pools.set(poolId, record);
  }
  return pools;
}
