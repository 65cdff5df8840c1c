import type { NormalisedFacts } from "../../schemas/lead/lead.ts";
import type { LeadInput } from "../../schemas/lead/lead-input.ts";
import { isFreeMail } from "./free-mail-domains.ts";

type MarkKind = "email" | "phone" | "account";

/** What a person or company is known by. `text` goes into a keyed hash; it is never stored. */
export interface KnownBy {
  readonly kind: MarkKind;
  readonly text: string;
}

/** What the person is known by (A3): always e-mail first, then phone, so that two intakes never wait for each other. */
export function personMarks({ email, phone }: Pick<NormalisedFacts, "email" | "phone">): readonly KnownBy[] {
  return [
    ...(email === undefined ? [] : [{ kind: "email", text: email } as const]),
    ...(phone === undefined ? [] : [{ kind: "phone", text: phone } as const]),
  ];
}

/**
 * What the company is known by (C12): the sender's account id, its parent, its own domain (without one, that of the e-mail
 * address). A subsidiary counts as the account. Where anybody can have an address there is no company.
 */
export function accountMarks(
  { company, email }: Pick<NormalisedFacts, "company" | "email">,
  accountId: LeadInput["accountId"],
): readonly KnownBy[] {
  const domain = company?.domain ?? email?.slice(email.lastIndexOf("@") + 1);
  const companies = [company?.parent, domain].filter((name) => name && !isFreeMail(name));
  const names = [accountId && `id:${accountId}`, ...companies.map((name) => `company:${name}`)];
  return [...new Set(names)].flatMap((text) => (text ? [{ kind: "account", text } as const] : []));
}
