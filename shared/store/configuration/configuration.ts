import type { Configuration } from "../../usecases/ports/ports.ts";
import type { Table } from "../table/table.ts";
import { readAreas } from "./areas.ts";
import { readBuyers } from "./buyers.ts";
import type { ConfigHead } from "./config-head.ts";
import { readFigures } from "./figures.ts";
import { readPlan } from "./plans.ts";
import { readSources } from "./sources.ts";
import { noTeam, readTeamSince } from "./team-collection.ts";

/**
 * The configuration that a head stands for. Each collection is read when its version moves and kept until then: a warm
 * container reads the head alone, and of the team, which may be large, what has changed. Requests that arrive together
 * during a cold start share one read.
 */
export function createConfiguration(table: Table): (head: ConfigHead) => Promise<Configuration> {
  const planOf = keptByVersion((version) => readPlan(table, version), undefined);
  const teamOf = keptByVersion((version, known) => readTeamSince(table, version, known), noTeam);
  const sourcesOf = keptByVersion(() => readSources(table), new Map());
  const areasOf = keptByVersion(() => readAreas(table), new Map());
  const buyersOf = keptByVersion(() => readBuyers(table), new Map());
  const figuresOf = keptByVersion(() => readFigures(table), new Map());
  return async (head) => {
    const [plan, { team }, sources, areas, buyers, figures] = await Promise.all([
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

interface Kept<T> {
  readonly version: number;
  readonly value: T;
}

/** Version 0 was never written: nothing to read. A failed read is not kept. `read` is told what was kept before. */
function keptByVersion<T>(
  read: (version: number, known: Kept<T>) => Promise<T>,
  nothing: T,
): (version: number) => Promise<T> {
  const none: Kept<T> = { version: 0, value: nothing };
  let known = none;
  let reading: Kept<Promise<T>> = { version: 0, value: Promise.resolve(nothing) };
  return (version) => {
    if (reading.version === version) return reading.value;
    const before = reading;
    const mine = { version, value: version === 0 ? Promise.resolve(nothing) : read(version, known) };
    reading = mine;
    mine.value.then(
      (value) => {
        const overtaken = reading.version > version && version > known.version;
        if (reading === mine || overtaken) known = { version, value };
      },
      () => {
        if (reading === mine) reading = before;
      },
    );
    return mine.value;
  };
}
