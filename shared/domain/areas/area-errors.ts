import type { AreaInput } from "../../schemas/area.ts";
import type { FieldProblem } from "../intake/facts/normalise-facts.ts";
import { polygonProblems } from "./polygon-problems.ts";
import { withLostZero } from "./postal-codes.ts";

/**
 * What cannot be meant about an area (C7), with pointers into it: an outline that leaves open what is inside, a German code
 * whose zero got lost on the way (in a tenant of that country), a size from many to few.
 */
export function areaErrors(
  { polygon, postalCodes = [], companySizes = [] }: AreaInput,
  country: string | undefined,
): readonly FieldProblem[] {
  return [
    ...(polygon ? polygonProblems(polygon) : []),
    ...(country === "DE" ? postalCodes.flatMap(lostZero) : []),
    ...companySizes.flatMap(fromManyToFew),
  ];
}

function lostZero(entry: string, i: number): readonly FieldProblem[] {
  const meant = withLostZero(entry);
  if (meant === undefined) return [];
  const detail = `German postal codes have five digits: write ${meant}, with the zero that a spreadsheet takes away`;
  return [{ pointer: `/postalCodes/${i}`, detail }];
}

function fromManyToFew(size: string, i: number): readonly FieldProblem[] {
  const [few, many] = size.split("-");
  if (many === undefined || Number(few) <= Number(many)) return [];
  return [{ pointer: `/companySizes/${i}`, detail: `goes from many to few: write ${many}-${few}` }];
}
