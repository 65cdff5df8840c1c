/** What an agent's SMS asks for; `code` names the offer when several are open. */
export interface SmsReply {
  readonly intent: "accept" | "decline" | "unclear";
  readonly code?: string;
}

const accepts = new Set(["1", "JA", "J", "YES", "Y", "OK", "ACCEPT", "ANNEHMEN", "NEHME"]);
const declines = new Set(["2", "NEIN", "N", "NO", "DECLINE", "ABLEHNEN"]);

/**
 * Reads `1`, `JA`, `YES 7F3K`, `7f3k ja`, `Nein!` and the like: case, spaces, punctuation and order do not matter. A text
 * that says both or neither is `unclear`.
 */
export function readSmsReply(text: string): SmsReply {
  const words = text
    .normalize("NFKC")
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const wanted = words.some((word) => accepts.has(word));
  const refused = words.some((word) => declines.has(word));
  const code = words.find((word) => word.length === 4 && !accepts.has(word) && !declines.has(word));
  const intent = wanted === refused ? "unclear" : wanted ? "accept" : "decline";
  return { intent, ...(code === undefined ? {} : { code }) };
}
