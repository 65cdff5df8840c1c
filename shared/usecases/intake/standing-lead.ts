import { firstState } from "../../domain/lifecycle/first-state.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";

/** An intake that has no lead after so long is dead: its own time-out is 10 s. Ms. */
export const abandonedAfter = 30_000;
/** How long to wait for somebody else's intake to finish. Ms. */
const patience = 2000;
const pollEvery = 100;

/**
 * The lead with this id, if intake got as far as BODY: whoever finds BODY without STATE puts STATE, which follows from
 * BODY alone, so an intake that died in between is finished by the next one who asks.
 */
export async function standingLead(
  ports: Pick<Ports, "leads">,
  leadId: string,
): Promise<{ readonly body: LeadBody; readonly state: LeadState } | undefined> {
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead !== undefined) {
    return lead;
  }
  const body = await ports.leads.body(leadId);
  return body && { body, state: await ports.leads.createState(firstState(body)) };
}

/** Asks again until there is an answer or two seconds have passed, by the number of times asked. */
export async function waitFor<T>(
  clock: Pick<Ports["clock"], "sleep">,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (let waited = 0; ; waited += pollEvery) {
    const answer = await ask();
    if (answer !== undefined || waited >= patience) {
      return answer;
    }
    await clock.sleep(pollEvery);
  }
}
