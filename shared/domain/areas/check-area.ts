import type { Area } from "../../schemas/area.ts";
import type { Finding } from "../plan/findings/finding.ts";
import { citiesInPart } from "./cities-in-part.ts";
import { comparableCode } from "./code-index.ts";
import { countBeginning, germanPostalCodes, withLostZero } from "./postal-codes.ts";
import { isSwapped } from "./swapped.ts";

type AreaFinding = Extract<
  Finding,
  {
    readonly code:
      | "emptyArea"
      | "unknownPostalCode"
      | "incompletePostalCode"
      | "polygonSwapped"
      | "polygonWithoutCodes"
      | "cityInPart";
  }
>;

/** What is doubtful about an area, with pointers into it (C7). `country`: the tenant's; only German codes are known. */
export function checkArea(area: Area, country: string | undefined): readonly AreaFinding[] {
  return [...emptyArea(area), ...(country === "DE" ? [...strangeCodes(area), ...doubtfulOutline(area)] : [])];
}

/** No lead lies in it. */
function emptyArea({ areaId: id, postalCodes = [], polygon, industries, companySizes }: Area): readonly AreaFinding[] {
  const empty = postalCodes.length === 0 && [polygon, industries, companySizes].every((part) => part === undefined);
  return empty ? [{ severity: "warning", code: "emptyArea", id, pointer: "" }] : [];
}

function strangeCodes({ areaId: id, postalCodes = [] }: Area): readonly AreaFinding[] {
  return postalCodes.flatMap((entry, i): readonly AreaFinding[] => {
    const digits = entry.replaceAll(/[ *]/g, "");
    const about = { severity: "warning", id, entry, pointer: `/postalCodes/${i}` } as const;
    if (!/^\d+$/.test(digits)) return [];
    if (!entry.endsWith("*") && digits.length < 5) {
      const meant = withLostZero(digits);
      return [{ ...about, code: "incompletePostalCode", ...(meant !== undefined && { meant }) }];
    }
    return isGerman(digits, entry.endsWith("*")) ? [] : [{ ...about, code: "unknownPostalCode" }];
  });
}

function isGerman(digits: string, beginning: boolean): boolean {
  return beginning ? countBeginning(digits) > 0 : germanPostalCodes().has(digits);
}

/** Leads without a position are found by the codes in an outline: where those are not what the admin thinks. */
function doubtfulOutline({ areaId: id, polygon, postalCodes = [], polygonCodes }: Area): readonly AreaFinding[] {
  if (polygon === undefined || polygonCodes === undefined) return [];
  const about = { id, pointer: "/polygon" } as const;
  if (isSwapped(polygon)) return [{ ...about, severity: "warning", code: "polygonSwapped" }];
  const empty = polygonCodes.length === 0;
  const cities = citiesInPart(polygon, !empty).filter(({ codes }) => !codes.some((code) => lists(postalCodes, code)));
  if (cities.length > 0) {
    const places = cities.map(({ place, codes }) => `${place} (${codes[0]}–${codes.at(-1)})`);
    return [{ ...about, severity: empty ? "warning" : "hint", code: "cityInPart", places }];
  }
  return empty && postalCodes.length === 0 ? [{ ...about, severity: "warning", code: "polygonWithoutCodes" }] : [];
}

function lists(entries: readonly string[], code: string): boolean {
  return entries
    .map(comparableCode)
    .some((entry) => (entry.endsWith("*") ? code.startsWith(entry.slice(0, -1)) : entry === code));
}
