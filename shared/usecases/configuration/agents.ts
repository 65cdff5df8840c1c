import { alreadyAt } from "../../domain/shares/mail-addresses.ts";
import { overlappingSpans } from "../../domain/time/overlapping-spans.ts";
import type { Agent, AgentInput } from "../../schemas/agent.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { usesOf } from "./in-use.ts";
import { leadsInWords } from "./open-leads.ts";
import { done, type Expected, type Outcome, refused, type SavedItem } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

/**
 * Adds or replaces an agent; a team that is named and missing is made. Two agents cannot share an e-mail: people sign in
 * by it. Nor does one share it with a buyer who takes leads by e-mail: only one of the two would get mail. Working hours of one day do not overlap: one of the two is a mistake, and nobody would notice.
 */
export async function saveAgent(
  ports: Pick<Ports, "config">,
  config: Configuration,
  agentId: string,
  input: AgentInput,
  expected: Expected,
): Promise<Outcome<SavedItem<Agent>>> {
  if (config.buyers.has(agentId)) {
    const detail = `a buyer is called ${agentId}: use another id, since both can have shares of leads`;
    return refused({ kind: "invalid", errors: [{ pointer: "/id", detail }] });
  }
  const namesake = alreadyAt(input.email, agentId, config);
  if (namesake !== undefined) {
    const detail = `${namesake} has this address already: give each agent one of their own`;
    return refused({ kind: "invalid", errors: [{ pointer: "/email", detail }] });
  }
  const overlaps = overlappingSpans(input.workingHours ?? {}).map(({ pointer, span, with: other }) => ({
    pointer: `/workingHours${pointer}`,
    detail: `${span} overlaps ${other}: correct one of them, or write one span for both`,
  }));
  if (overlaps.length > 0) return refused({ kind: "invalid", errors: overlaps });
  return saveExpecting(config.agents.get(agentId), expected, (version) =>
    ports.config.saveAgent(agentId, input, version),
  );
}

/** Deletes an agent with all absences; refused while leads, the plan or the team need the agent. */
export async function deleteAgent(
  ports: Pick<Ports, "config" | "loads">,
  config: Configuration,
  agentId: string,
): Promise<Outcome<void>> {
  if (!config.agents.has(agentId)) return refused({ kind: "unknown", what: "agent" });
  const open = (await ports.loads.held([agentId])).get(agentId) ?? [];
  const by = [...leadsInWords(open, "all"), ...usesOf("agent", agentId, config)];
  if (by.length > 0) return refused({ kind: "inUse", by });
  await ports.config.deleteAgent(agentId);
  return done(undefined);
}
