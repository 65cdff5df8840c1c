import type { LeadEvent } from "../../schemas/lead/event.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Claim, Picks } from "../../schemas/picks.ts";
import type { Ports } from "../ports/ports.ts";

/** A claim of the last half minute may still be on its way to its lead. Ms. */
const onItsWay = 30_000;

/**
 * The same picks, with earlier claims looked for in their leads: one that the agent has not got, because the request died in
 * between, is left out; those found are not looked for again. Written with the agent's next change.
 */
export async function settledPicks(ports: Pick<Ports, "leads">, picks: Picks, now: number): Promise<Picks> {
  const doubtful = picks.claims.filter(({ pending, at }) => pending === true && at < now - onItsWay);
  if (doubtful.length === 0) return picks;
  const states = await ports.leads.states(
    doubtful.map(({ leadId }) => leadId),
    { consistent: true },
  );
  const found = new Map(states.map((state) => [state.leadId, state]));
  const settled = await Promise.all(
    picks.claims.map(async (claim): Promise<readonly Claim[]> => {
      if (!doubtful.includes(claim)) return [claim];
      const { pending: _, ...sure } = claim;
      return (await wasClaimed(ports, found.get(claim.leadId), picks.agentId, claim.at)) ? [sure] : [];
    }),
  );
  return { ...picks, claims: settled.flat() };
}

/** Whether the agent has claimed the lead since; who has lost it meanwhile is found in its history. */
async function wasClaimed(
  { leads }: Pick<Ports, "leads">,
  state: LeadState | undefined,
  agentId: string,
  since: number,
): Promise<boolean> {
  if (state === undefined) return false;
  if (state.ownerId === agentId && state.claimedAt !== undefined && state.claimedAt >= since) return true;
  const isIt = ({ type, agentId: by, at }: LeadEvent) => type === "lead.claimed" && by === agentId && at >= since;
  return state.events.some(isIt) || (await leads.history(state.leadId)).some(({ events }) => events.some(isIt));
}
