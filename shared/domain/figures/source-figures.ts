import type { Figures, SourceResult } from "../../schemas/figures.ts";
import { part } from "./rates.ts";

/** What came of a source's leads of the last 90 days, with everybody who had them. */
export interface SourceFigures extends SourceResult {
  readonly conversion?: number;
}

/** Added up from the agents' figures; undefined when nobody had a lead of it. */
export function sourceFigures(sourceId: string, figures: Figures): SourceFigures | undefined {
  let [assigned, contacted, converted] = [0, 0, 0];
  for (const { sources } of figures.values()) {
    const result = Object.hasOwn(sources, sourceId) ? sources[sourceId] : undefined;
    assigned += result?.assigned ?? 0;
    contacted += result?.contacted ?? 0;
    converted += result?.converted ?? 0;
  }
  const conversion = part(converted, assigned);
  return conversion === undefined ? undefined : { assigned, contacted, converted, conversion };
}
