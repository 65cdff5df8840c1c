import { complaintAnswer } from "../domain/complaints/complaint-answer.ts";
import type { Locale } from "../schemas/primitives.ts";
import type { Configuration } from "./ports/ports.ts";

/** What an agent who has complained reads (F4): who was told, and what happens next. */
export function filedComplaint(
  readers: readonly string[],
  { agents }: Pick<Configuration, "agents">,
  locale: Locale,
): { readonly told: readonly string[]; readonly next: string } {
  const names = readers.map((agentId) => agents.get(agentId)?.name ?? agentId);
  return { told: readers, next: complaintAnswer(names, locale) };
}
