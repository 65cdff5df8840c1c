import { mayAct } from "../../../domain/lifecycle/access.ts";
import { holderOf } from "../../../domain/lifecycle/holder.ts";
import { isFinal } from "../../../domain/lifecycle/phase.ts";
import { type LeadState, type LeadStatus, leadStatus } from "../../../schemas/lead/lead.ts";
import { type LeadView, leadView, type Viewer } from "../../lead-view.ts";
import type { Page, Ports } from "../../ports/ports.ts";
import { withRecipients } from "../../shares/views/with-recipients.ts";

/** Filters of `GET /v1/leads`; instants in epoch ms bound the receipt. */
export interface LeadFilter {
  readonly status?: LeadStatus | undefined;
  readonly ownerId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

type ListPorts = Pick<Ports, "clock" | "leads" | "loads">;

/** One list to read ids from: an index partition or an agent's held set. */
interface Lane {
  readonly page: (options: { limit: number; cursor?: string }) => Promise<Page<string>>;
}

/** At most so many reads of a list for one page, so that a rare filter answers with a cursor instead of a time-out. */
const mostReads = 20;

/**
 * The leads this caller may see, by the index that fits the filters best: by source and month, an agent's held set, or by
 * status. A page may be shorter than `limit` and still have a next one.
 */
export async function listLeads(
  ports: ListPorts,
  viewer: Viewer,
  filter: LeadFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<LeadView>> {
  const agentId = agentAsked(viewer, filter);
  const lanes = lanesFor(ports, agentId, filter);
  const shown = (state: LeadState) =>
    fits(state, filter) &&
    // A share is listed among its recipient's leads; for everybody else it is part of the lead that was shared (C11).
    (state.share === undefined || agentId !== undefined) &&
    mayAct(viewer.caller, "view", state, viewer.config) === "yes";
  const start = cursorOf(cursor);
  const found: LeadState[] = [];
  let { lane, inner } = start;
  for (let reads = 0; lane < lanes.length && found.length < limit && reads < mostReads; reads++) {
    const options = { limit: limit - found.length, ...(inner !== undefined && { cursor: inner }) };
    const page = await lanes[lane]?.page(options);
    const states = await ports.leads.states(page?.items ?? []);
    found.push(...states.filter(shown));
    inner = page?.nextCursor;
    if (inner === undefined) lane += 1;
  }
  const items = await Promise.all(found.map((state) => viewOf(ports, state, viewer)));
  return { items, ...(lane < lanes.length && { nextCursor: toCursor({ lane, inner }) }) };
}

async function viewOf(ports: ListPorts, state: LeadState, viewer: Viewer): Promise<LeadView> {
  const body = await ports.leads.body(state.leadId);
  if (body === undefined) throw new Error(`lead ${state.leadId} has no BODY`);
  return leadView(state, await withRecipients(ports, state, body), viewer);
}

/** Whose leads are asked for, if one agent's. */
function agentAsked({ caller }: Viewer, { ownerId, sourceId }: LeadFilter): string | undefined {
  const onlyAgent = caller.groups.every((group) => group === "agent");
  return ownerId ?? (onlyAgent && sourceId === undefined ? caller.agentId : undefined);
}

function lanesFor(ports: ListPorts, agentId: string | undefined, filter: LeadFilter): readonly Lane[] {
  const { status, sourceId } = filter;
  const byStatus = (name: LeadStatus): Lane => ({ page: (options) => ports.leads.listByStatus(name, options) });
  if (sourceId !== undefined) {
    return monthsOf(filter, ports.clock.now()).map((month) => ({
      page: (options) => ports.leads.listBySource(sourceId, month, options),
    }));
  }
  if (status !== undefined) {
    return agentId === undefined || isFinal(status) || !heldStatus.has(status)
      ? [byStatus(status)]
      : [heldBy(ports, agentId)];
  }
  return agentId === undefined ? leadStatus.options.map(byStatus) : [heldBy(ports, agentId)];
}

const heldStatus: ReadonlySet<LeadStatus> = new Set(["offered", "accepted", "contacted", "qualified", "appointment"]);

/** What the agent has, offered or owned; in the order of arrival, which lead ids keep. */
function heldBy({ loads }: ListPorts, agentId: string): Lane {
  return {
    page: async ({ limit, cursor }) => {
      const held = (await loads.held([agentId])).get(agentId) ?? [];
      const rest = held.toSorted().filter((leadId) => cursor === undefined || leadId > cursor);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      return { items, ...(rest.length > limit && last !== undefined && { nextCursor: last }) };
    },
  };
}

/** Months (UTC) from the first to the last that the filter allows; a year back when it names no beginning. */
function monthsOf({ from, to }: LeadFilter, now: number): readonly string[] {
  const end = new Date(to ?? now);
  const start = new Date(from ?? Date.UTC(end.getUTCFullYear() - 1, end.getUTCMonth() + 1));
  const count = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth() + 1;
  return Array.from({ length: Math.max(0, Math.min(count, 120)) }, (_, index) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index)).toISOString().slice(0, 7),
  );
}

function fits(state: LeadState, { status, ownerId, sourceId, from, to }: LeadFilter): boolean {
  return (
    (status === undefined || state.status === status) &&
    (ownerId === undefined || state.ownerId === ownerId || holderOf(state) === ownerId) &&
    (sourceId === undefined || state.sourceId === sourceId) &&
    (from === undefined || state.receivedAt >= from) &&
    (to === undefined || state.receivedAt < to)
  );
}

interface Position {
  readonly lane: number;
  readonly inner: string | undefined;
}

/** The place in the lanes as text; one that is not ours begins anew. */
function cursorOf(cursor: string | undefined): Position {
  const [lane = "", inner = ""] = Buffer.from(cursor ?? "", "base64url")
    .toString()
    .split(" ");
  return { lane: Number.parseInt(lane, 10) || 0, inner: inner === "" ? undefined : inner };
}

function toCursor({ lane, inner }: Position): string {
  return Buffer.from(`${lane} ${inner ?? ""}`).toString("base64url");
}
