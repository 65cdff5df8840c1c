import { factsWithoutContact } from "../../domain/privacy/facts-without-contact.ts";
import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { maskedFacts } from "../masked-facts.ts";
import { listedFacts } from "./listed-facts.ts";

/**
 * What an agent sees of a lead whose details are open (E1, E2): more than the list, such as where it is and the company's
 * industry, and still no way to reach the person.
 */
export function openedFacts(
  body: LeadBody,
  transparency: CherryPick["transparency"],
): Readonly<Record<string, unknown>> {
  const { company } = factsWithoutContact(body.facts);
  const opened = { ...maskedFacts(body.facts), ...listedFacts(body, transparency) };
  if (transparency === "full" || company === undefined) return opened;
  const { name, size, industry } = company;
  return { ...opened, company: { name, size, industry } };
}
