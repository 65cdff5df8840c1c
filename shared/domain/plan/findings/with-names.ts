import type { Surroundings } from "../unknown-references.ts";
import type { Finding, FindingCode } from "./finding.ts";

/** Where the names of agents, areas and teams are. */
export type Names = Pick<Surroundings, "agents" | "areas" | "teams">;

/** Which details of a finding are ids of something that has a name. */
const named: Partial<Record<FindingCode, Readonly<Record<string, keyof Names>>>> = {
  unknownTerritory: { agentId: "agents" },
  unknownBackup: { agentId: "agents" },
  ownBackup: { id: "agents" },
  backupsInCircle: { ids: "agents" },
  inactiveAgent: { id: "agents" },
  weightTooSmall: { id: "agents" },
  neverAtWork: { id: "agents" },
  rotaOfOne: { id: "agents" },
  noLeader: { id: "teams" },
  uncoveredAreas: { areas: "areas" },
  overlappingAreas: { areas: "areas" },
  emptyArea: { id: "areas" },
  unknownPostalCode: { id: "areas" },
  incompletePostalCode: { id: "areas" },
  polygonSwapped: { id: "areas" },
  polygonWithoutCodes: { id: "areas" },
  cityInPart: { id: "areas" },
};

/** The finding with names beside the ids of agents, areas and teams: people know those. For its text only. */
export function withNames(finding: Finding, names: Names): Finding {
  const details = Object.entries(named[finding.code] ?? {}).map(([detail, kind]) => {
    const value: unknown = Reflect.get(finding, detail);
    const told = Array.isArray(value)
      ? value.map((id) => nameOf(String(id), names[kind]))
      : nameOf(String(value), names[kind]);
    return [detail, told] as const;
  });
  return { ...finding, ...Object.fromEntries(details) };
}

function nameOf(id: string, all: ReadonlyMap<string, { readonly name: string }>): string {
  const name = all.get(id)?.name;
  return name === undefined || name.toLowerCase() === id ? id : `${name} (${id})`;
}
