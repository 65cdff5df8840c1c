import type { Agent, Team, TimeOff } from "../../../shared/schemas/agent.ts";
import type { Area } from "../../../shared/schemas/area.ts";
import type { Buyer } from "../../../shared/schemas/buyer.ts";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import type { Plan } from "../../../shared/schemas/plan/plan.ts";
import type { Source, SourceKey } from "../../../shared/schemas/source.ts";
import type { ConfigPort, Configuration, Saved } from "../../../shared/usecases/ports/ports.ts";
import { copied } from "../copied.ts";

/** A changed or deleted agent, absence or team, as the stream would show it. */
export type TeamListener = (change: {
  readonly kind: "agent" | "timeOff" | "team";
  readonly old: Agent | TimeOff | Team | undefined;
  readonly next: Agent | TimeOff | Team | undefined;
}) => void;

export interface MemoryConfig {
  readonly port: ConfigPort;
  onTeam(listener: TeamListener): void;
  replaceFigures(agents: ReadonlyMap<string, AgentFigures>): void;
}

export function createMemoryConfig(now: () => number): MemoryConfig {
  const plans: { plan: Plan; savedAt: number }[] = [];
  const agents = new Map<string, Agent>();
  const teams = new Map<string, Team>();
  const absences = new Map<string, TimeOff>();
  const sources = new Map<string, Source>();
  const areas = new Map<string, Area>();
  const buyers = new Map<string, Buyer>();
  const keys = new Map<string, SourceKey>();
  const listeners: TeamListener[] = [];
  let teamVersion = 0;
  let figures: ReadonlyMap<string, AgentFigures> = new Map();

  const teamChanged: TeamListener = (change) => {
    teamVersion++;
    for (const listener of listeners) listener(copied(change));
  };
  const configuration = (): Configuration => ({
    planVersion: plans.length,
    teamVersion,
    plan: plans.at(-1)?.plan,
    agents: sorted(agents),
    teams: sorted(teams),
    timeOff: [...sorted(absences).values()],
    sources: sorted(sources),
    areas: sorted(areas),
    buyers: sorted(buyers),
    figures,
  });
  function removeTimeOff(key: string): boolean {
    const old = absences.get(key);
    if (!old) return false;
    absences.delete(key);
    teamChanged({ kind: "timeOff", old, next: undefined });
    return true;
  }

  const port: ConfigPort = {
    current: async () => configuration(),
    currentWithKey: async (keyHash) => {
      const key = keys.get(keyHash);
      return { config: configuration(), ...(key && { key }) };
    },
    sourceKey: async (keyHash) => keys.get(keyHash),
    putSourceKey: async (keyHash, key) => void keys.set(keyHash, key),
    sourceKeys: async (sourceId) =>
      [...sorted(keys)].flatMap(([keyHash, key]) => (key.sourceId === sourceId ? [{ keyHash, key }] : [])),
    savePlan: async (input, expected) => {
      const standing = plans.at(-1)?.plan;
      if (stale(standing, expected)) return { saved: false, reason: "stale", current: standing };
      const plan = { ...input, version: plans.length + 1 };
      plans.push({ plan, savedAt: now() });
      return { saved: true, item: plan, created: standing === undefined };
    },
    planVersion: async (version) => plans[version - 1]?.plan,
    planVersions: async ({ limit, cursor }) => {
      const below = cursor === undefined ? plans.length + 1 : Number(Buffer.from(cursor, "base64url").toString());
      const rows = plans.map(({ plan, savedAt }) => ({ version: plan.version, savedAt })).reverse();
      const items = rows.filter((row) => row.version < below).slice(0, limit);
      const last = items.at(-1)?.version ?? 1;
      return { items, ...(last > 1 && { nextCursor: Buffer.from(String(last)).toString("base64url") }) };
    },
    saveAgent: async (agentId, input, expected) => {
      const old = agents.get(agentId);
      const outcome = save(agents, agentId, expected, (version) => ({ ...input, agentId, version }));
      if (!outcome.saved) return outcome;
      if (!teams.has(input.team)) {
        const team = { teamId: input.team, name: input.team, version: 1 };
        teams.set(input.team, team);
        teamChanged({ kind: "team", old: undefined, next: team });
      }
      teamChanged({ kind: "agent", old, next: outcome.item });
      return outcome;
    },
    deleteAgent: async (agentId) => {
      const old = agents.get(agentId);
      if (!old) return false;
      agents.delete(agentId);
      teamChanged({ kind: "agent", old, next: undefined });
      for (const [key, off] of absences) if (off.agentId === agentId) removeTimeOff(key);
      return true;
    },
    saveTeam: async (teamId, input, expected) => {
      const old = teams.get(teamId);
      const outcome = save(teams, teamId, expected, (version) => ({ ...input, teamId, version }));
      if (outcome.saved) teamChanged({ kind: "team", old, next: outcome.item });
      return outcome;
    },
    deleteTeam: async (teamId) => {
      const old = teams.get(teamId);
      if (!old) return false;
      teams.delete(teamId);
      teamChanged({ kind: "team", old, next: undefined });
      return true;
    },
    addTimeOff: async (off) => {
      absences.set(`${off.agentId}#${off.timeOffId}`, off);
      teamChanged({ kind: "timeOff", old: undefined, next: off });
    },
    deleteTimeOff: async (agentId, timeOffId) => removeTimeOff(`${agentId}#${timeOffId}`),
    saveArea: async (areaId, input, expected) =>
      save(areas, areaId, expected, (version) => ({ ...input, areaId, version })),
    deleteArea: async (areaId) => areas.delete(areaId),
    saveBuyer: async (buyerId, input, salt, expected) =>
      save(buyers, buyerId, expected, (version) => {
        const earlier = buyers.get(buyerId)?.earlierSalts;
        const salts = { salt: buyers.get(buyerId)?.salt ?? salt, ...(earlier && { earlierSalts: earlier }) };
        return { ...input, buyerId, version, ...salts };
      }),
    saveBuyerSalts: async (buyerId, salts, expected) => {
      const current = buyers.get(buyerId);
      if (current === undefined) return { saved: false, reason: "stale", current };
      return save(buyers, buyerId, expected, (version) => ({ ...current, ...salts, version }));
    },
    deleteBuyer: async (buyerId) => buyers.delete(buyerId),
    saveSource: async (sourceId, input, expected) =>
      save(sources, sourceId, expected, (version) => ({ ...input, sourceId, version })),
    deleteSource: async (sourceId) => sources.delete(sourceId),
  };
  return {
    port,
    onTeam: (listener) => void listeners.push(listener),
    replaceFigures: (agents) => {
      figures = agents;
    },
  };
}

function stale(standing: { readonly version: number } | undefined, expected: number | undefined): boolean {
  return expected !== undefined && expected !== (standing?.version ?? 0);
}

function save<T extends { readonly version: number }>(
  items: Map<string, T>,
  id: string,
  expected: number | undefined,
  make: (version: number) => T,
): Saved<T> {
  const standing = items.get(id);
  if (stale(standing, expected)) return { saved: false, reason: "stale", current: standing };
  const item = make((standing?.version ?? 0) + 1);
  items.set(id, item);
  return { saved: true, item, created: standing === undefined };
}

/** In key order, as a query answers. */
function sorted<T>(items: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...items].sort(([a], [b]) => (a < b ? -1 : 1)));
}
