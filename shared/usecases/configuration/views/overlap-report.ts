import { overlapsOf } from "../../../domain/areas/overlaps.ts";
import { territoriesOf } from "../../../domain/routing/pools/matched-values.ts";
import type { Configuration } from "../../ports/ports.ts";

/** Two areas that overlap, why, and whose leads are concerned (C7). */
export interface OverlapView {
  readonly areas: readonly {
    readonly areaId: string;
    readonly name: string;
    /** Who works in it and is not inactive. */
    readonly agents: readonly string[];
  }[];
  /** Who works in both. */
  readonly both: readonly string[];
  /** The first codes and prefixes in both. */
  readonly postalCodes: readonly string[];
  readonly postalCodeCount: number;
  /** A place inside both polygons. */
  readonly place?: { readonly lat: number; readonly lon: number };
}

const codesShown = 50;

/** Every overlap of two areas, so that what is not meant is seen before agents quarrel over it (C7, F9). */
export function overlapReport({ areas, agents }: Pick<Configuration, "areas" | "agents">): readonly OverlapView[] {
  const staff = [...agents.values()].filter(({ status }) => status !== "inactive");
  const works = (areaId: string) =>
    staff.filter((agent) => territoriesOf(agent).includes(areaId)).map(({ agentId }) => agentId);
  return overlapsOf(areas).map(({ areas: [a, b], postalCodes, place }) => {
    const others = works(b);
    return {
      areas: [a, b].map((areaId) => ({ areaId, name: areas.get(areaId)?.name ?? areaId, agents: works(areaId) })),
      both: works(a).filter((agentId) => others.includes(agentId)),
      postalCodes: postalCodes.slice(0, codesShown),
      postalCodeCount: postalCodes.length,
      ...(place && { place: { lat: place[1], lon: place[0] } }),
    };
  });
}
