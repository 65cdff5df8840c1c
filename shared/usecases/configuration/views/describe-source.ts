import { type SourceFigures, sourceFigures } from "../../../domain/figures/source-figures.ts";
import type { Source } from "../../../schemas/source.ts";
import type { Configuration } from "../../ports/ports.ts";

/** A source with what came of its leads of the last 90 days, which tells whether its benchmark still fits (C4). */
export type SourceView = Source & { readonly figures?: SourceFigures };

export function describeSource(source: Source, { figures }: Pick<Configuration, "figures">): SourceView {
  const own = sourceFigures(source.sourceId, figures);
  return { ...source, ...(own && { figures: own }) };
}
