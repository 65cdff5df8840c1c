import type { Comparison, Condition } from "../../schemas/plan/condition.ts";
import { type Test, testOf } from "./comparison.ts";
import { comparable, type Facts, type Reader, readerOf } from "./fact.ts";
import { inStandardWords } from "./standard-words.ts";

/** A condition made ready: the same tree, with its constants and paths worked out once. */
export type Predicate =
  | { readonly kind: "comparison"; readonly comparison: Comparison; readonly read: Reader; readonly test: Test }
  | { readonly kind: "all" | "any"; readonly parts: readonly Predicate[] }
  | { readonly kind: "not"; readonly part: Predicate };

export function predicateOf(condition: Condition): Predicate {
  if ("all" in condition) return { kind: "all", parts: condition.all.map(predicateOf) };
  if ("any" in condition) return { kind: "any", parts: condition.any.map(predicateOf) };
  if ("not" in condition) return { kind: "not", part: predicateOf(condition.not) };
  const comparison = inStandardWords(condition);
  return { kind: "comparison", comparison, read: readerOf(comparison.field), test: testOf(comparison) };
}

/** Whether a comparison passes; how its value is found is up to the caller. */
export type Passes = (comparison: Extract<Predicate, { kind: "comparison" }>) => boolean;

/** Whether the whole holds when its comparisons pass or not. An empty `all` holds, an empty `any` does not. */
export function decide(predicate: Predicate, passes: Passes): boolean {
  switch (predicate.kind) {
    case "comparison":
      return passes(predicate);
    case "all":
      return predicate.parts.every((part) => decide(part, passes));
    case "any":
      return predicate.parts.some((part) => decide(part, passes));
    case "not":
      return !decide(predicate.part, passes);
    default:
      return predicate satisfies never;
  }
}

/** Whether the whole holds for a lead. */
export function holdsFor(predicate: Predicate, facts: Facts): boolean {
  // Most are plain comparisons, asked about many times a lead.
  if (predicate.kind === "comparison") return predicate.test(comparable(predicate.read(facts)));
  return decide(predicate, (comparison) => holdsFor(comparison, facts));
}

/** All comparisons in the tree, from left to right. */
export function comparisonsOf(predicate: Predicate): readonly Comparison[] {
  switch (predicate.kind) {
    case "comparison":
      return [predicate.comparison];
    case "all":
    case "any":
      return predicate.parts.flatMap(comparisonsOf);
    case "not":
      return comparisonsOf(predicate.part);
    default:
      return predicate satisfies never;
  }
}

/** The parts that must all hold for the whole to hold: one rule's condition is usually an `all` of comparisons. */
export function conjunctsOf(predicate: Predicate): readonly Predicate[] {
  return predicate.kind === "all" ? predicate.parts.flatMap(conjunctsOf) : [predicate];
}
