import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";

/**
 * What the list shows of a lead that is to be picked (E1): enough for a choice within seconds. Never a way to reach the person,
 * the history, all answers or notes; with full transparency all about the company, the message, and why it has its score.
 */
export function listedFacts(
  { facts, score, rescored }: LeadBody,
  transparency: CherryPick["transparency"],
): Readonly<Record<string, unknown>> {
  const { firstName, lastName, jobTitle, company, budget, timeline, authority, interest, message } = facts;
  const shown = { firstName, lastName, jobTitle, budget, timeline, authority, interest };
  if (transparency === "full") {
    return {
      ...shown,
      company,
      ...(message !== undefined && { message: withoutAddresses(message) }),
      scoreParts: (rescored ?? score).parts,
    };
  }
  return { ...shown, company: company && { name: company.name, size: company.size } };
}

/** People write their number and address into the message as well. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s@<>]+@[^\s@<>]+/g, "…").replaceAll(/\+?\d[\d\s()/.-]{5,}\d/g, "…");
}
