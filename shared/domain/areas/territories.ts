import type { Agent } from "../../schemas/agent.ts";
import type { Area } from "../../schemas/area.ts";
import { given, mean, part, rounded } from "../figures/rates.ts";
import { territoriesOf } from "../routing/pools/matched-values.ts";

/** A lead as far as it counts for its areas. */
export interface TerritoryLead {
  readonly areas: readonly string[];
  readonly converted: boolean;
}

/** Named by the admin; what the area itself converted in the time before; or, with too few leads there, all areas together. */
export type BenchmarkFrom = "set" | "before" | "all";

/** How an area does; rates are 0–1, left out where there is nothing to divide by. */
export interface Territory {
  readonly areaId: string;
  readonly name: string;
  /** Who works in it and is not inactive. */
  readonly agents: number;
  readonly leads: number;
  /** In the time of the same length before. */
  readonly leadsBefore: number;
  /** How many more or fewer these are, as a part of the leads before: 0.5 is half as many again. */
  readonly change?: number;
  readonly trend: "growing" | "steady" | "shrinking";
  readonly converted: number;
  readonly conversion?: number;
  /** What is usual here, and how that is known; left out where nothing was converted yet. */
  readonly benchmark?: number;
  readonly benchmarkFrom?: BenchmarkFrom;
  /** The conversion less the benchmark. */
  readonly toBenchmark?: number;
  readonly leadsPerAgent?: number;
  /** Leads for each agent, against the usual area: half as many again, or half as many. Left out with too few leads to tell. */
  readonly pace?: "boom" | "steady" | "slow" | "unserved";
}

const booming = 1.5;
const slow = 0.5;
/** From this change on an area grows or shrinks. */
const notable = 0.2;
/** From so many leads on there is something to tell: that came, came before, or would have come at the usual pace. */
const enough = 20;

/**
 * Boom and slow territories (C7), each with its own benchmark and its trend, so that agents can be judged by what their
 * area gives. A lead in several areas counts for each. `before`: the leads of the time of the same length before.
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
  const usual = mean(served);
  return rows.map(({ area, leads, converted, workers, perAgent }) => {
    const earlier = past.get(area.areaId) ?? [];
    const conversion = part(converted, leads);
    const usually = benchmarkOf(area, earlier, all);
    return {
      areaId: area.areaId,
      name: area.name,
      agents: workers,
      leads,
      leadsBefore: earlier.length,
      ...given("change", part(leads - earlier.length, earlier.length)),
      trend: trendOf(leads, earlier.length),
      converted,
      ...given("conversion", conversion),
      ...usually,
      ...(conversion !== undefined &&
        usually.benchmark !== undefined && { toBenchmark: rounded(conversion - usually.benchmark) }),
      ...given("leadsPerAgent", perAgent),
      ...paceOf({ leads, workers, perAgent, usual }),
    };
  });
}

/** An area is judged by itself: by what the admin knows of it, else by how it did before (C7). */
function benchmarkOf(
  { benchmarkConversion }: Area,
  before: readonly TerritoryLead[],
  all: number | undefined,
): Pick<Territory, "benchmark" | "benchmarkFrom"> {
  if (benchmarkConversion !== undefined) return { benchmark: benchmarkConversion, benchmarkFrom: "set" };
  const own = part(before.filter(({ converted }) => converted).length, before.length);
  if (own && before.length >= enough) return { benchmark: own, benchmarkFrom: "before" };
  return all ? { benchmark: all, benchmarkFrom: "all" } : {};
}

function trendOf(leads: number, before: number): Territory["trend"] {
  const change = leads - before;
  if (Math.max(leads, before) < enough || Math.abs(change) < notable * before) return "steady";
  return change > 0 ? "growing" : "shrinking";
}

function byArea(leads: readonly TerritoryLead[]): ReadonlyMap<string, readonly TerritoryLead[]> {
  const placed = leads.flatMap((lead) => lead.areas.map((areaId) => ({ areaId, lead })));
  const groups = Map.groupBy(placed, ({ areaId }) => areaId);
  return new Map([...groups].map(([areaId, members]) => [areaId, members.map(({ lead }) => lead)]));
}

function paceOf(row: {
  readonly leads: number;
  readonly workers: number;
  readonly perAgent: number | undefined;
  readonly usual: number | undefined;
}): Pick<Territory, "pace"> {
  const { leads, workers, perAgent, usual } = row;
  if (perAgent === undefined) return { pace: "unserved" };
  if (!usual || Math.max(leads, usual * workers) < enough) return {};
  if (perAgent >= booming * usual) return { pace: "boom" };
  return { pace: perAgent <= slow * usual ? "slow" : "steady" };
}
