import type { LeadState } from "../schemas/lead/lead.ts";
import type { Ports, SecretsPort } from "./ports/ports.ts";

/** 22 base64url characters: 128 bits. */
const tokenLength = 22;
/** No letters or digits that are mistaken for one another on a phone. */
const codeAlphabet = "23456789ACDEFGHJKMNPQRTVWXYZ";
const codeLength = 4;

/** The secret of the link by which this agent opens this lead, the same each time: made by keyed hash, never stored. */
export async function linkTokenOf(secrets: SecretsPort, leadId: string, agentId: string): Promise<string> {
  const hash = await secrets.keyedHash("link", `${leadId}|${agentId}`);
  return hash.slice(0, tokenLength);
}

/** Makes the agent's link to the lead work; safe to repeat. */
export async function putLinkOf(
  { secrets, leads }: Pick<Ports, "secrets" | "leads">,
  { leadId, cycle }: Pick<LeadState, "leadId" | "cycle">,
  agentId: string,
): Promise<void> {
  const token = await linkTokenOf(secrets, leadId, agentId);
  await leads.putLink(secrets.digest(token), { leadId, agentId, cycle });
}

/** Four characters that name this agent's offer in an SMS reply. */
export async function replyCodeOf(secrets: SecretsPort, leadId: string, agentId: string): Promise<string> {
  const hash = Buffer.from(await secrets.keyedHash("code", `${leadId}|${agentId}`), "base64url");
  return [...hash.subarray(0, codeLength)].map((byte) => codeAlphabet[byte % codeAlphabet.length]).join("");
}

/** Address of the lead's page. `publicUrl` without a trailing slash. */
export function linkAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/o/${token}`;
}
