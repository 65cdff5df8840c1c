import { domainToASCII } from "node:url";
import * as z from "zod";
import { isDisposable } from "./disposable-domains.ts";

const address = z.email();

/**
 * An e-mail address in the form in which it is compared and stored: trimmed, lower case, the domain in its ASCII form
 * (`müller.example` → `xn--mller-kva.example`). Undefined when it is not an address. A throw-away domain is flagged,
 * never refused (A4).
 */
export function emailAddress(text: string): { readonly email: string; readonly disposable: boolean } | undefined {
  const trimmed = text.normalize("NFC").trim().toLowerCase();
  const at = trimmed.lastIndexOf("@");
  const domain = domainToASCII(trimmed.slice(at + 1));
  const email = `${trimmed.slice(0, at)}@${domain}`;
  if (at < 1 || domain === "" || email.length > 254 || !address.safeParse(email).success) {
    return undefined;
  }
  return { email, disposable: isDisposable(domain) };
}
