import type { Agent } from "../../schemas/agent.ts";
import type { Ports } from "../ports/ports.ts";

/** Something about the agent, not about a lead. */
export interface AgentNotice {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

/** By push, else by e-mail: what is not urgent enough for the cost of a text message. */
export async function tellAgent(
  { notifier }: Pick<Ports, "notifier">,
  agent: Agent,
  { kind, subject, text }: AgentNotice,
): Promise<void> {
  const told = { kind, agentId: agent.agentId, subject, text };
  const pushed =
    agent.pushEndpoint !== undefined && (await notifier.send({ channel: "push", to: agent.pushEndpoint, ...told }));
  if (!pushed) await notifier.send({ channel: "email", to: agent.email, ...told });
}
