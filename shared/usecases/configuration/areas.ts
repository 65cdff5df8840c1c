import type { Area, AreaInput } from "../../schemas/area.ts";
import type { Configuration, Ports } from "../ports.ts";
import { usesOf } from "./in-use.ts";
import { done, type Expected, type Outcome, refused, type SavedItem } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

export function saveArea(
  ports: Pick<Ports, "config">,
  config: Configuration,
  areaId: string,
  input: AreaInput,
  expected: Expected,
): Promise<Outcome<SavedItem<Area>>> {
  return saveExpecting(config.areas.get(areaId), expected, (version) => ports.config.saveArea(areaId, input, version));
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
