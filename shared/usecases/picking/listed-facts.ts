import { factsWithoutContact } from "../../domain/privacy/facts-without-contact.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";

/**
 * What the list shows of a lead that is to be picked (E1): enough for a choice within seconds. Never a way to reach the person,
 * whichever field it was written into, the history, all answers or notes; with full transparency more about the company, the
 * message, and why it has its score.
 */
export function listedFacts(
  { facts, score, rescored }: LeadBody,
  transparency: CherryPick["transparency"],
): Readonly<Record<string, unknown>> {
  const { firstName, lastName, jobTitle, company, budget, timeline, authority, interest, message } =
    factsWithoutContact(facts);
  const shown = { firstName, lastName, jobTitle, budget, timeline, authority, interest };
  if (transparency === "full") {
    return {
      ...shown,
      company,
      ...(message !== undefined && { message }),
      scoreParts: (rescored ?? score).parts,
    };
  }
  return { ...shown, company: company && { name: company.name, size: company.size } };
}
