import { areaErrors } from "../../domain/areas/area-errors.ts";
import { codesInside } from "../../domain/areas/codes-inside.ts";
import type { Area, AreaDraft, AreaInput } from "../../schemas/area.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { usesOf } from "./in-use.ts";
import { done, type Expected, type Outcome, refused, type SavedItem } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

/** Names of reports in the place of an id: an area called so could not be read. */
const taken = ["overlaps", "overview"];

/** Refused with what cannot be meant. The German postal codes in it are worked out here, once. */
export async function saveArea(
  ports: Pick<Ports, "config">,
  config: Configuration,
  areaId: string,
  input: AreaInput,
  expected: Expected,
): Promise<Outcome<SavedItem<Area>>> {
  if (taken.includes(areaId)) {
    return refused({ kind: "invalid", errors: [{ pointer: "/id", detail: `${areaId} is a report: use another id` }] });
  }
  const errors = areaErrors(input, config.plan?.defaultCountry);
  if (errors.length > 0) return refused({ kind: "invalid", errors });
  const draft: AreaDraft = { ...input, ...(input.polygon && { polygonCodes: [...codesInside(input.polygon)] }) };
  return saveExpecting(config.areas.get(areaId), expected, (version) => ports.config.saveArea(areaId, draft, version));
}

/** Refused while it is somebody's territory or the plan names it. */
export async function deleteArea(
  ports: Pick<Ports, "config">,
  config: Configuration,
  areaId: string,
): Promise<Outcome<void>> {
  const by = usesOf("area", areaId, config);
  if (by.length > 0) return refused({ kind: "inUse", by });
  return (await ports.config.deleteArea(areaId)) ? done(undefined) : refused({ kind: "unknown", what: "area" });
}
