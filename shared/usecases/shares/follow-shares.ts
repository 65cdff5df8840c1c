import { type Decided, unchanged } from "../../domain/lifecycle/command.ts";
import { returnableUntil } from "../../domain/lifecycle/commands/return-commands.ts";
import { amended } from "../../domain/lifecycle/draft.ts";
import { parentStatus } from "../../domain/shares/parent-status.ts";
import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { eventsOf } from "../lifecycle/lead-events.ts";
import type { Ports } from "../ports/ports.ts";
import { sharesOf } from "./views/shares-of.ts";

const mostAttempts = 20;

/**
 * Brings a shared lead's status up to its shares. It is worked out from all of them and written over the version that was
 * read before them, so two that follow at the same moment end with the later shares, and a repeat changes nothing.
 */
export async function followShares(
  ports: Pick<Ports, "clock" | "config" | "ids" | "leads">,
  parentId: string,
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const parent = await ports.leads.state(parentId);
    const given = parent?.shares?.given.length;
    if (parent === undefined || given === undefined) return;
    const shares = await sharesOf(ports, parent);
    // Whoever makes the missing ones comes here again.
    if (shares.length < given) return;
    const now = ports.clock.now();
    const decided = follow(parent, shares, await returnToSource(ports, parent, shares, now), now);
    if (!decided.accepted || decided.next === undefined) return;
    const { next } = decided;
    const version = parent.version + next.events.length;
    const commit = await ports.leads.commit(parent.version, { ...next, version, commitId: ports.ids.random(9) });
    if (commit.done) return;
  }
  throw new Error(`${parentId} changed ${mostAttempts} times while it followed its shares`);
}

/**
 * The latest return that the team has decided on, if the source still takes the lead: what only buyers gave back is not its
 * matter yet.
 */
async function returnToSource(
  { config, leads }: Pick<Ports, "config" | "leads">,
  parent: LeadState,
  shares: readonly LeadState[],
  now: number,
): Promise<LeadEvent | undefined> {
  if (parentStatus(shares).status !== "returned") return undefined;
  const { sources } = await config.current();
  if (now >= (returnableUntil(parent, sources.get(parent.sourceId)) ?? Number.POSITIVE_INFINITY)) return undefined;
  const all = await Promise.all(shares.map((share) => eventsOf(leads, share)));
  return all
    .flat()
    .filter(({ type, buyerId }) => type === "lead.returned" && buyerId === undefined)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
}

function follow(
  parent: LeadState,
  shares: readonly LeadState[],
  returned: LeadEvent | undefined,
  now: number,
): Decided {
  const { status, reason } = parentStatus(shares);
  if (parent.status === "erased" || (parent.status === status && parent.reason === reason)) return unchanged;
  const { reason: _, ...lead } = parent;
  const deadlines = status === "offered" ? parent.deadlines : {};
  // A6: with the last share the lead itself goes back to its source, once, under the id the source knows.
  const event: LeadEvent =
    status === "returned" && returned !== undefined
      ? { type: "lead.returned", at: now, actor: returned.actor, ...(returned.reason && { reason: returned.reason }) }
      : { type: "lead.updated", at: now, actor: "system", outcome: status, ...(reason !== undefined && { reason }) };
  return {
    accepted: true,
    next: {
      ...amended(lead, { status, since: now, deadlines }, [event]),
      ...(reason !== undefined && { reason }),
    },
  };
}
