import type { Agent } from "../../schemas/agent.ts";
import type { Area } from "../../schemas/area.ts";
import { territoriesOf } from "../routing/pools/matched-values.ts";

/** A lead as far as it counts for its areas. */
export interface TerritoryLead {
  readonly areas: readonly string[];
  readonly converted: boolean;
}

/** How an area does; rates are 0–1, left out where there is nothing to divide by. */
export interface Territory {
  readonly areaId: string;
  readonly name: string;
  /** Who works in it and is not inactive. */
  readonly agents: number;
  readonly leads: number;
  /** In the time of the same length before. */
  readonly leadsBefore: number;
  readonly converted: number;
  readonly conversion?: number;
  /** The area's own, else that of all areas together. */
  readonly benchmark?: number;
  readonly leadsPerAgent?: number;
  /** Leads for each agent, against the usual area: half as many again, or half as many. */
  readonly pace: "boom" | "steady" | "slow" | "unserved";
}

const booming = 1.5;
const slow = 0.5;

/**
 * Boom and slow territories (C7), each with its own benchmark, so that agents can be judged by what their area gives. A
 * lead in several areas counts for each.
 */
export function territories(
  { areas, agents }: { readonly areas: ReadonlyMap<string, Area>; readonly agents: ReadonlyMap<string, Agent> },
  now: readonly TerritoryLead[],
  before: readonly TerritoryLead[],
): readonly Territory[] {
  const [present, past] = [byArea(now), byArea(before)];
  const staff = [...agents.values()].filter(({ status }) => status !== "inactive");
  const somewhere = now.filter((lead) => lead.areas.some((areaId) => areas.has(areaId)));
  const all = part(somewhere.filter(({ converted }) => converted).length, somewhere.length);
  const rows = [...areas.values()].map((area) => {
    const leads = present.get(area.areaId) ?? [];
    const workers = staff.filter((agent) => territoriesOf(agent).includes(area.areaId)).length;
    const converted = leads.filter((lead) => lead.converted).length;
    return { area, leads: leads.length, converted, workers, perAgent: part(leads.length, workers) };
  });
  const served = rows.flatMap(({ perAgent }) => perAgent ?? []);
  const usual = part(
    served.reduce((sum, each) => sum + each, 0),
    served.length,
  );
  return rows.map(({ area, leads, converted, workers, perAgent }) => ({
    areaId: area.areaId,
    name: area.name,
    agents: workers,
    leads,
    leadsBefore: past.get(area.areaId)?.length ?? 0,
    converted,
    ...given("conversion", part(converted, leads)),
    ...given("benchmark", area.benchmarkConversion ?? all),
    ...given("leadsPerAgent", perAgent),
    pace: paceOf(perAgent, usual),
  }));
}

function byArea(leads: readonly TerritoryLead[]): ReadonlyMap<string, readonly TerritoryLead[]> {
  const placed = leads.flatMap((lead) => lead.areas.map((areaId) => ({ areaId, lead })));
  const groups = Map.groupBy(placed, ({ areaId }) => areaId);
  return new Map([...groups].map(([areaId, members]) => [areaId, members.map(({ lead }) => lead)]));
}

function paceOf(perAgent: number | undefined, usual: number | undefined): Territory["pace"] {
  if (perAgent === undefined) return "unserved";
  if (!usual) return "steady";
  if (perAgent >= booming * usual) return "boom";
  return perAgent <= slow * usual ? "slow" : "steady";
}

function part(some: number, all: number): number | undefined {
  return all === 0 ? undefined : Math.round((some / all) * 10_000) / 10_000;
}

function given<K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: number });
}
