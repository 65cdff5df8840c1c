import type { LeadFacts } from "../../schemas/lead/lead-input.ts";

const link = /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|net|org|ru|cn|top|xyz|info|biz|shop|site|online)\b/i;
const forumMarkup = /\[\/?(?:url|link)[=\]]/i;

/**
 * Whether a robot sent it (A4): the form's hidden field is filled in, a person's name holds a web address, or the message
 * is written in forum markup. Rules that people do not meet; anything subtler is for the agent to say.
 */
export function isSpam(facts: Pick<LeadFacts, "firstName" | "lastName" | "message">, honeypot?: string): boolean {
  return (
    (honeypot ?? "").trim() !== "" ||
    link.test(`${facts.firstName ?? ""} ${facts.lastName ?? ""}`) ||
    forumMarkup.test(facts.message ?? "")
  );
}
