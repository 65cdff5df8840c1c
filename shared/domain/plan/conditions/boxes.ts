import type { FieldClasses } from "./field-classes.ts";
import { inBoth, inEither, isEmpty, isSubset, meets, type ValueSet, without } from "./value-set.ts";

/** What one field of a lead is confined to. */
type Confined =
  | { readonly kind: "one"; readonly set: ValueSet }
  /** Of a list: for each of `some` an element in it, and no element in `none`. */
  | { readonly kind: "list"; readonly some: readonly ValueSet[]; readonly none: ValueSet };

/** Leads with each of these fields confined so, whatever their other fields are. */
export type Box = ReadonlyMap<string, Confined>;

/** A condition as the leads that meet it: those in any of the boxes. Undefined: too intricate to tell. */
export type Region = readonly Box[] | undefined;

/** All leads. */
export const everyLead: Region = [new Map()];

/** More boxes than this are too intricate to follow. */
const mostBoxes = 60;

/** The leads whose field is confined so; none when nothing is left of it. */
export function nonEmpty(field: string, confined: Confined): Region {
  return isNobody(confined) ? [] : [new Map([[field, confined]])];
}

/** The leads in all of the regions. */
export function meetOf(regions: readonly Region[]): Region {
  let found: readonly Box[] = [new Map()];
  for (const region of regions.toSorted((a, b) => (a?.length ?? 0) - (b?.length ?? 0))) {
    if (region === undefined) return undefined;
    found = found.flatMap((box) => region.flatMap((other) => meetOfBoxes(box, other) ?? []));
    if (found.length > mostBoxes) return undefined;
  }
  return found;
}

function meetOfBoxes(a: Box, b: Box): Box | undefined {
  const met = new Map(a);
  for (const [field, confined] of b) {
    const own = met.get(field);
    const both = own ? meetOfFields(own, confined) : confined;
    if (isNobody(both)) return undefined;
    met.set(field, both);
  }
  return met;
}

function meetOfFields(a: Confined, b: Confined): Confined {
  if (a.kind === "one" && b.kind === "one") return { kind: "one", set: inBoth(a.set, b.set) };
  if (a.kind === "list" && b.kind === "list") {
    return { kind: "list", some: [...a.some, ...b.some], none: inEither(a.none, b.none) };
  }
  return a;
}

function isNobody(confined: Confined): boolean {
  if (confined.kind === "one") return isEmpty(confined.set);
  return confined.some.some((set) => isSubset(set, confined.none));
}

/** Alternatives about one and the same field are one box; others stand beside each other. */
export function unionOf(regions: readonly Region[]): Region {
  const apart: Box[] = [];
  const single = new Map<string, ValueSet>();
  for (const region of regions) {
    if (region === undefined) return undefined;
    for (const box of region) {
      const [first] = box;
      if (box.size === 1 && first && first[1].kind === "one") {
        const [field, { set }] = first;
        const known = single.get(field);
        single.set(field, known ? inEither(known, set) : set);
      } else apart.push(box);
    }
  }
  const together = [...single].map(([field, set]): Box => new Map([[field, { kind: "one", set }]]));
  const found = [...together, ...apart];
  return found.length > mostBoxes ? undefined : found;
}

/** Whether every lead of the box is in the other. */
export function boxWithin(box: Box, of: Box, classes: ReadonlyMap<string, FieldClasses>): boolean {
  for (const [field, confined] of of) if (!fieldWithin(box.get(field), confined, classes.get(field))) return false;
  return true;
}

function fieldWithin(own: Confined | undefined, of: Confined, classes: FieldClasses | undefined): boolean {
  if (of.kind === "one") {
    const set = own?.kind === "one" ? own.set : classes?.all;
    return set !== undefined && isSubset(set, of.set);
  }
  if (own?.kind !== "list") return of.some.length === 0 && isEmpty(of.none);
  const left = own.some.map((set) => without(set, own.none));
  return isSubset(of.none, own.none) && of.some.every((wanted) => left.some((set) => isSubset(set, wanted)));
}

/** What of the region no taken box holds; undefined when it falls into too many pieces. */
export function remaining(
  region: readonly Box[],
  taken: readonly Box[],
  classes: ReadonlyMap<string, FieldClasses>,
): readonly Box[] | undefined {
  let left = region;
  for (const box of taken) {
    // Most boxes have nothing to do with each other: then everything stays as it is.
    const near = left.map((piece) => !apart(piece, box));
    if (!near.includes(true)) continue;
    left = left.flatMap((piece, i) => (near[i] ? withoutBox(piece, box, classes) : [piece]));
    if (left.length > mostBoxes) return undefined;
  }
  return left;
}

/** Whether no lead is in both. */
function apart(a: Box, b: Box): boolean {
  for (const [field, confined] of b) {
    const own = a.get(field);
    if (own?.kind === "one" && confined.kind === "one" && !meets(own.set, confined.set)) return true;
  }
  return false;
}

/** The piece without the box that it meets, in parts; the piece itself when that cannot be told. */
function withoutBox(piece: Box, taken: Box, classes: ReadonlyMap<string, FieldClasses>): readonly Box[] {
  const outside: Box[] = [];
  let rest = piece;
  for (const [field, confined] of taken) {
    const own = rest.get(field);
    if (fieldWithin(own, confined, classes.get(field))) continue;
    const set = own?.kind === "one" ? own.set : classes.get(field)?.all;
    // Part of a list's possibilities cannot be told apart: then nothing counts as taken.
    if (confined.kind !== "one" || set === undefined) return [piece];
    outside.push(new Map([...rest, [field, { kind: "one", set: without(set, confined.set) }]]));
    rest = new Map([...rest, [field, { kind: "one", set: inBoth(set, confined.set) }]]);
  }
  return outside;
}
