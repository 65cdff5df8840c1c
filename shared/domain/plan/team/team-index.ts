import type { Agent } from "../../../schemas/agent.ts";
import type { PoolFilter } from "../../../schemas/plan/pool-filter.ts";
import { comparableSkill, homeAreasOf, territoriesOf } from "../../routing/pools/matched-values.ts";
import { possibleMatches } from "../../routing/possible-matches.ts";
import type { PoolGap } from "../findings/pool-gap.ts";
import type { Surroundings } from "../unknown-references.ts";

/** Who could take any lead at all of a pool, whoever is there now; nobody: because of which part of the filter. */
export interface Members {
  /** Those who are not inactive. */
  readonly agents: readonly Agent[];
  readonly gap?: PoolGap;
  /** Areas that one of them works in, where the filter asks for areas. */
  readonly areasCovered?: ReadonlySet<string>;
}

/** Tells who is in a pool, for plans with hundreds of rules and teams of thousands: filters that say the same share the answer. */
export type TeamIndex = (filter: PoolFilter) => Members;

type Team = Pick<Surroundings, "agents" | "areas">;

const known = new WeakMap<ReadonlyMap<string, Agent>, { readonly areas: unknown; readonly index: TeamIndex }>();

/** The index of a team; made once for each. */
export function teamIndex({ agents, areas }: Team): TeamIndex {
  const found = known.get(agents);
  if (found?.areas === areas) return found.index;
  const index = indexOf({ agents, areas });
  known.set(agents, { areas, index });
  return index;
}

function indexOf({ agents, areas }: Team): TeamIndex {
  const all = [...agents.values()];
  const byRole = Map.groupBy(all, ({ role }) => role);
  const byTeam = Map.groupBy(all, ({ team }) => team);
  const byTier = Map.groupBy(all, ({ tier }) => tier);
  const bySkill = new Map<string, Set<Agent>>();
  for (const agent of all) {
    for (const skill of (agent.skills ?? []).map(comparableSkill)) {
      bySkill.set(skill, (bySkill.get(skill) ?? new Set()).add(agent));
    }
  }

  /** The parts of the filter, each with what is lacking when nobody passes it, the widest circle first. */
  function partsOf(filter: PoolFilter): readonly Part[] {
    const { team, role, agents: named, tier, skills, areas: by, matchSkills } = filter;
    const wanted = role ?? (named === undefined ? "agent" : undefined);
    const inSkill = (skills ?? []).map((skill) => bySkill.get(comparableSkill(skill)) ?? new Set<Agent>());
    const people = named?.flatMap((id) => agents.get(id) ?? []);
    const isNamed = new Set(people);
    return [
      ...(team === undefined ? [] : [part({ lack: "team", team }, (agent) => agent.team === team, byTeam.get(team))]),
      ...(named === undefined ? [] : [part({ lack: "agents" }, (agent) => isNamed.has(agent), people)]),
      ...(wanted === undefined
        ? []
        : [part({ lack: "role", role: wanted, others: [] }, (agent) => agent.role === wanted, byRole.get(wanted))]),
      ...(tier === undefined ? [] : [part({ lack: "tier", tier }, (agent) => agent.tier === tier, byTier.get(tier))]),
      ...inSkill.map((has) => part({ lack: "skills", skills: skills ?? [] }, (agent) => has.has(agent), [...has])),
      ...(by === undefined
        ? []
        : [part({ lack: "areas" }, (agent) => areasOf(agent, by).some((id) => areas.has(id)), all)]),
      part({ lack: "active" }, (agent) => agent.status !== "inactive", all),
      ...(matchSkills === undefined
        ? []
        : [part({ lack: "specialists", fields: matchSkills }, (agent) => isSpecialist(agent, matchSkills), all)]),
    ];
  }

  function membersOf(filter: PoolFilter): Members {
    const parts = partsOf(filter);
    const specialists = parts.find(({ gap }) => gap.lack === "specialists");
    const plain = parts.filter((each) => each !== specialists);
    const fewest = plain.map(({ whole }) => whole).reduce((a, b) => (b.length < a.length ? b : a), all);
    const found = fewest.filter((agent) => plain.every(({ passes }) => passes(agent)));
    const fitting = specialists === undefined || found.some(specialists.passes) ? found : [];
    const gap = fitting.length > 0 ? undefined : gapIn(parts, all);
    const areasCovered = filter.areas && new Set(fitting.flatMap((agent) => areasOf(agent, filter.areas)));
    return { agents: fitting, ...(gap && { gap }), ...(areasCovered && { areasCovered }) };
  }

  const answers = new Map<string, Members>();
  return (filter) => {
    const key = JSON.stringify(filter);
    const members = answers.get(key) ?? membersOf(filter);
    answers.set(key, members);
    return members;
  };
}

interface Part {
  readonly gap: PoolGap;
  readonly passes: (agent: Agent) => boolean;
  /** Everybody who passes, or more. */
  readonly whole: readonly Agent[];
}

function part(gap: PoolGap, passes: Part["passes"], whole: readonly Agent[] = []): Part {
  return { gap, passes, whole };
}

function areasOf(agent: Agent, by: PoolFilter["areas"]): readonly string[] {
  return by === "home" ? homeAreasOf(agent) : territoriesOf(agent);
}

/** Whether the agent has skills that all of these facts can be. */
function isSpecialist(agent: Agent, fields: NonNullable<PoolFilter["matchSkills"]>): boolean {
  const alone = new Map([[agent.agentId, agent]]);
  return fields.every((field) => possibleMatches({ matchSkills: [field] }, new Map(), alone).length > 0);
}

/** The first part that nobody of those before passes. */
function gapIn(parts: readonly Part[], all: readonly Agent[]): PoolGap | undefined {
  let left = all;
  if (all.length === 0) return undefined;
  for (const { gap, passes } of parts) {
    const next = left.filter(passes);
    if (next.length > 0) left = next;
    else if (gap.lack === "role") return { ...gap, others: left.map(({ agentId }) => agentId) };
    else return gap;
  }
  return undefined;
}
