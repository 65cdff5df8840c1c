import { firstState } from "../../domain/lifecycle/first-state.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import { idOf } from "../../domain/shares/recipient.ts";
import { shareLeadId } from "../../domain/shares/share-lead-id.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import { mostShares } from "../../schemas/lead/share.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import type { LeadToDecide, Outcome } from "./decide-outcome.ts";

type CreatePorts = Pick<Ports, "ids" | "leads" | "loads" | "rotation">;

/** A4: a rejected lead is kept 30 days for the inspector. */
const rejectedForSeconds = 30 * 24 * 3600;

/**
 * Writes BODY, then STATE, which is the commit. If another try of the same lead was first, its BODY stands and ours gives
 * back the place it had reserved and the ticket it had drawn. Answers the BODY that stands.
 */
export async function createLead(ports: CreatePorts, lead: LeadToDecide, outcome: Outcome): Promise<LeadBody> {
  const ours = bodyOf(lead, outcome, ports.ids.random(9));
  const body = await ports.leads.createBody(ours);
  await ports.leads.createState(firstState(body));
  if (body.first.commitId !== ours.first.commitId) {
    await giveBack(ports, ours, body);
  }
  return body;
}

function bodyOf({ draft, leadId, config, now }: LeadToDecide, outcome: Outcome, commitId: string): LeadBody {
  const { decision, deadlines = {}, ...first } = outcome;
  return {
    ...draft,
    leadId,
    ...(decision === undefined ? {} : { decision }),
    first: { ...first, deadlines, commitId, planVersion: config.planVersion },
    ...(first.status === "rejected" ? { expiresAt: Math.ceil(now / 1000) + rejectedForSeconds } : {}),
  };
}

async function giveBack(ports: CreatePorts, ours: LeadBody, standing: LeadBody): Promise<void> {
  const { agentId } = ours.first;
  if (holderOf(firstState(ours)) !== undefined && agentId !== undefined && agentId !== standing.first.agentId) {
    await ports.loads.release(agentId, ours.leadId);
  }
  if (ours.first.shares !== undefined) return giveSharesBack(ports, ours, standing);
  const { poolId, ticket } = ours.decision ?? {};
  const used = standing.decision?.ticket;
  const unused = ticket !== undefined && (ticket.epoch !== used?.epoch || ticket.n !== used.n);
  if (unused && poolId !== undefined && agentId !== undefined) {
    await ports.rotation.recordGone(poolId, { ...ticket, agentId, reason: "superseded" });
  }
}

/** The places of shares that another try of the same lead gave to others, and the tickets drawn for them. */
async function giveSharesBack(ports: CreatePorts, ours: LeadBody, standing: LeadBody): Promise<void> {
  for (const [i, { recipient, ticket }] of (ours.first.shares?.given ?? []).entries()) {
    const theirs = standing.first.shares?.given[i];
    const id = idOf(recipient);
    if ("agentId" in recipient && (theirs === undefined || idOf(theirs.recipient) !== id)) {
      await ports.loads.release(id, shareLeadId(ours.leadId, i + 1));
    }
    const used = ticket?.epoch === theirs?.ticket?.epoch && ticket?.n === theirs?.ticket?.n;
    const poolId = ours.decision?.poolId;
    if (ticket === undefined || used || poolId === undefined) continue;
    await ports.rotation.recordGone(poolId, { ...ticket, agentId: id, reason: "superseded" });
  }
}

/** After an earlier try of this lead died: nobody else keeps a place for it. */
export async function releaseStrays(ports: CreatePorts, body: LeadBody, { agents }: Configuration): Promise<void> {
  const holder = holderOf(firstState(body));
  const shares = new Map(
    (body.first.shares?.given ?? []).map(({ recipient }, i) => [shareLeadId(body.leadId, i + 1), idOf(recipient)]),
  );
  const held = await ports.loads.held([...agents.keys()]);
  for (const [agentId, leadIds] of held) {
    if (agentId !== holder && leadIds.includes(body.leadId)) {
      await ports.loads.release(agentId, body.leadId);
    }
    for (let n = 1; n <= mostShares; n++) {
      const shareId = shareLeadId(body.leadId, n);
      if (leadIds.includes(shareId) && shares.get(shareId) !== agentId) await ports.loads.release(agentId, shareId);
    }
  }
}
