import type { LeadBody, NormalisedFacts } from "../../schemas/lead/lead.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { maskedFacts } from "../masked-facts.ts";

/**
 * What an agent sees of a lead whose details are open (E1, E2): more than the list, and still no way to reach the person. With
 * full transparency all about the company, the message, and why it has its score.
 */
export function openedFacts(
  { facts, score, rescored }: LeadBody,
  transparency: CherryPick["transparency"],
): Readonly<Record<string, unknown>> {
  const { company, jobTitle, authority, message } = facts;
  const known: Partial<NormalisedFacts> = {
    ...maskedFacts(facts),
    ...(jobTitle !== undefined && { jobTitle }),
    ...(authority !== undefined && { authority }),
  };
  if (transparency === "full") {
    return {
      ...known,
      ...(company !== undefined && { company }),
      ...(message !== undefined && { message }),
      scoreParts: (rescored ?? score).parts,
    };
  }
  const { name, size, industry } = company ?? {};
  return { ...known, ...(company !== undefined && { company: { name, size, industry } }) };
}
