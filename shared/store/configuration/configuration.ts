import type { Configuration } from "../../usecases/ports/ports.ts";
import type { Table } from "../table/table.ts";
import { readTeamCollection } from "./agents.ts";
import { readAreas } from "./areas.ts";
import { readBuyers } from "./buyers.ts";
import type { ConfigHead } from "./config-head.ts";
import { readFigures } from "./figures.ts";
import { readPlan } from "./plans.ts";
import { readSources } from "./sources.ts";

/**
 * The configuration that a head stands for. Each collection is read when its version moves and kept until then: a warm
 * container reads the head alone. Requests that arrive together during a cold start share one read.
 */
export function createConfiguration(table: Table): (head: ConfigHead) => Promise<Configuration> {
  const planOf = keptByVersion((version) => readPlan(table, version), undefined);
  const teamOf = keptByVersion(() => readTeamCollection(table), { agents: new Map(), timeOff: [], teams: new Map() });
  const sourcesOf = keptByVersion(() => readSources(table), new Map());
  const areasOf = keptByVersion(() => readAreas(table), new Map());
  const buyersOf = keptByVersion(() => readBuyers(table), new Map());
  const figuresOf = keptByVersion(() => readFigures(table), new Map());
  return async (head) => {
    const [plan, team, sources, areas, buyers, figures] = await Promise.all([
      planOf(head.plan),
      teamOf(head.team),
      sourcesOf(head.sources),
      areasOf(head.areas),
      buyersOf(head.buyers),
      figuresOf(head.figures),
    ]);
    return { planVersion: head.plan, teamVersion: head.team, plan, ...team, sources, areas, buyers, figures };
  };
}

/** Version 0 was never written: nothing to read. A failed read is not kept. */
function keptByVersion<T>(read: (version: number) => Promise<T>, nothing: T): (version: number) => Promise<T> {
  let kept: { readonly version: number; readonly value: Promise<T> } = { version: 0, value: Promise.resolve(nothing) };
  return (version) => {
    if (kept.version === version) return kept.value;
    const reading = { version, value: read(version) };
    const before = kept;
    kept = reading;
    reading.value.catch(() => {
      if (kept === reading) kept = before;
    });
    return reading.value;
  };
}
