import type { HistoryItem, LeadEvent } from "../../schemas/lead/event.ts";

/** What a complaint is about: a version of the lead, by which rule and method it came about, and who made it, if a person did. */
export type DecisionAtIssue = Pick<LeadEvent, "ruleId" | "method" | "agentId"> & { readonly about: number };

const decisive: ReadonlySet<LeadEvent["type"]> = new Set([
  "lead.offered",
  "lead.reassigned",
  "lead.claimed",
  "lead.pooled",
  "lead.queued",
  "lead.duplicate",
]);

/**
 * The latest decision about who gets the lead; its receipt, when nothing was decided. Whoever claimed it did so by the rule
 * that put it into the pool.
 */
export function decisionAtIssue(commits: readonly Pick<HistoryItem, "from" | "events">[]): DecisionAtIssue {
  const entries = commits.flatMap(({ from, events }) => events.map((event, i) => ({ about: from + i, event })));
  const decisions = entries.filter(({ event }) => decisive.has(event.type) || event.outcome === "shared");
  const { about, event } = decisions.at(-1) ?? { about: 1, event: undefined };
  const by = event?.actor.startsWith("agent:") ? event.actor.slice("agent:".length) : undefined;
  const rule = event?.type === "lead.claimed" ? decisions.findLast((each) => each.event.ruleId)?.event : event;
  return {
    about,
    ...(rule?.ruleId !== undefined && { ruleId: rule.ruleId }),
    ...(rule?.method !== undefined && { method: rule.method }),
    ...(by !== undefined && { agentId: by }),
  };
}

/** Whether this agent has complained about that version already. */
export function hasComplained(
  commits: readonly Pick<HistoryItem, "events">[],
  agentId: string,
  { about }: Pick<DecisionAtIssue, "about">,
): boolean {
  const isIt = (event: LeadEvent) =>
    event.type === "lead.complained" && event.actor === `agent:${agentId}` && event.about === about;
  return commits.some(({ events }) => events.some(isIt));
}
