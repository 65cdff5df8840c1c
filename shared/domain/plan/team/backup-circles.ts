import type { Agent } from "../../../schemas/agent.ts";
import type { Finding } from "../findings/finding.ts";
import type { Surroundings } from "../unknown-references.ts";

/**
 * Agents who have only each other as backups (A for B, B for A): when all of them are away, their leads have nobody (D4).
 * And those who are their own.
 */
export function backupCircles({ agents }: Pick<Surroundings, "agents">): readonly Finding[] {
  const own = [...agents.values()].filter(({ agentId, backups }) => backups?.includes(agentId));
  const circles = new Map<string, readonly string[]>();
  for (const agent of agents.values()) {
    const circle = circleOf(agent, agents);
    if (circle.length > 1 && closed(circle, agents)) circles.set(circle.join(" "), circle);
  }
  return [
    ...own.map(({ agentId: id }) => ({ severity: "warning", code: "ownBackup", id }) as const),
    ...[...circles.values()].map((ids) => ({ severity: "hint", code: "backupsInCircle", ids }) as const),
  ];
}

/** Everybody who can be reached from one backup to the next, in order of their ids. */
function circleOf(start: Agent, agents: Surroundings["agents"]): readonly string[] {
  const reached = new Set<string>();
  const waiting = [...(start.backups ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(agents.get(next)?.backups ?? []));
  }
  return reached.has(start.agentId) ? [...reached].sort() : [];
}

/** Whether each of them comes back to all of them, so that there is no way out; a team of mutual backups is none. */
function closed(circle: readonly string[], agents: Surroundings["agents"]): boolean {
  return circle.every((agentId) => (agents.get(agentId)?.backups?.length ?? 0) === 1);
}
