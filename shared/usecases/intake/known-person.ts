import { hasLeft } from "../../domain/intake/continuing-agent.ts";
import { continuingOwner } from "../../domain/intake/continuing-owner.ts";
import { accountMarks, type KnownBy, personMarks } from "../../domain/intake/person-marks.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import { day, durationMs } from "../../domain/time/durations.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { earlierLeads, isOwned, restingPeriod } from "./earlier-leads.ts";
import { abandonedAfter, standingLead, waitFor } from "./standing-lead.ts";

type KnownPorts = Pick<Ports, "intake" | "leads" | "clock" | "secrets">;

export type Known =
  /** The same person's lead inside the window; `agentId` has it and is told. */
  | { readonly outcome: "duplicate"; readonly rootId: string; readonly agentId?: string }
  /** A new person, or one whose earlier leads (newest first) are outside the window. */
  | { readonly outcome: "new"; readonly earlier: readonly string[] }
  /** Another intake has marked the person and is still at it. */
  | { readonly outcome: "busy" };

const defaultWindow = 90 * day;

/**
 * Marks the person's addresses as this lead's, e-mail first, then phone (A3). A mark whose lead does not exist is waited
 * for, then taken over once its intake must be dead. Leads that were rejected or erased do not stand in the way.
 */
export async function markPerson(
  ports: KnownPorts,
  lead: { readonly leadId: string; readonly now: number } & Parameters<typeof personMarks>[0],
  plan: Plan | undefined,
): Promise<Known> {
  const window = plan === undefined ? defaultWindow : durationMs(plan.duplicates.window);
  const earlier: string[] = [];
  for (const mark of personMarks(lead)) {
    const marked = await hold(ports, mark, { leadId: lead.leadId, at: lead.now, until: lead.now + window });
    if (marked.outcome === "busy") {
      return marked;
    }
    if (marked.outcome === "theirs") {
      return duplicateOf(ports, marked, lead.now, plan?.continuity);
    }
    if (marked.previous !== undefined) {
      earlier.push(marked.previous);
    }
  }
  return { outcome: "new", earlier: [...new Set(earlier)] };
}

type Held =
  | { readonly outcome: "mine"; readonly previous?: string | undefined }
  | { readonly outcome: "theirs"; readonly state: LeadState; readonly body: LeadBody }
  | { readonly outcome: "busy" };

interface Mine {
  readonly leadId: string;
  readonly at: number;
  readonly until: number;
}

async function hold(ports: KnownPorts, { kind, text }: KnownBy, mine: Mine): Promise<Held> {
  const hash = await ports.secrets.keyedHash("person", `${kind}:${text}`);
  let marked = await ports.intake.mark(kind, hash, mine);
  for (let takenOver = 0; !marked.mine && takenOver < 3; takenOver += 1) {
    const { first, claimedAt } = marked;
    const lead = await waitFor(ports.clock, () => standingLead(ports, first));
    if (lead !== undefined && lead.state.status !== "rejected" && lead.state.status !== "erased") {
      return { outcome: "theirs", ...lead };
    }
    if (lead === undefined && ports.clock.now() - claimedAt <= abandonedAfter) {
      return { outcome: "busy" };
    }
    marked = await ports.intake.mark(kind, hash, mine, { takeOverFrom: first, claimedAt });
  }
  return marked.mine ? { outcome: "mine", previous: marked.previous } : { outcome: "busy" };
}

/** The lead it repeats: that which somebody has, should nobody have the latest (C12). */
async function duplicateOf(
  ports: KnownPorts,
  latest: { readonly state: LeadState; readonly body: LeadBody },
  now: number,
  continuity: Plan["continuity"] | undefined,
): Promise<Known> {
  const root = await rootOf(ports, latest.state);
  const before = root === latest.state ? latest.body.first.earlier : undefined;
  if (before !== undefined && !isOwned(root) && continuity?.person) {
    const { owned } = await earlierLeads(ports, before, now, continuity);
    if (owned !== undefined) return { outcome: "duplicate", rootId: owned.leadId, agentId: owned.agentId };
  }
  const agentId = holderOf(root) ?? root.ownerId;
  return { outcome: "duplicate", rootId: root.leadId, ...(agentId === undefined ? {} : { agentId }) };
}

/** The first lead of the person: a duplicate is linked to it, never to another duplicate. */
async function rootOf(ports: Pick<Ports, "leads">, state: LeadState): Promise<LeadState> {
  return state.duplicateOf === undefined ? state : ((await ports.leads.state(state.duplicateOf)) ?? state);
}

/** An account is remembered so long; the plan's resting period may end it earlier. */
const accountWindow = 5 * 365 * day;

/**
 * The agents who have this lead's company (C12): by account id, by its parent, by its own domain. What nobody has, or only
 * somebody who has left, becomes this lead's.
 */
export async function accountOwners(
  ports: KnownPorts,
  lead: { readonly leadId: string; readonly now: number; readonly accountId?: string } & Parameters<
    typeof accountMarks
  >[0],
  { plan: { continuity }, agents }: Pick<RoutingConfig, "plan" | "agents">,
): Promise<readonly string[]> {
  const mine = { leadId: lead.leadId, at: lead.now, until: lead.now + accountWindow };
  const owners: string[] = [];
  for (const { kind, text } of continuity.account ? accountMarks(lead, lead.accountId) : []) {
    const hash = await ports.secrets.keyedHash("person", `${kind}:${text}`);
    const marked = await ports.intake.mark(kind, hash, mine);
    const first = marked.mine ? marked.previous : marked.first;
    const state = first === undefined ? undefined : await ports.leads.state(first);
    const theirs = state && continuingOwner(state, lead.now, restingPeriod(continuity));
    const free = theirs === undefined || hasLeft(theirs, agents);
    if (!marked.mine && free && (state !== undefined || lead.now - marked.claimedAt > abandonedAfter)) {
      await ports.intake.mark(kind, hash, mine, { takeOverFrom: marked.first, claimedAt: marked.claimedAt });
    }
    if (theirs !== undefined) owners.push(theirs);
  }
  return owners;
}
