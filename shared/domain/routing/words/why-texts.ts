import type { MixDraw, RuleWhy } from "../../../schemas/lead/decision.ts";
import type { Comparison } from "../../../schemas/plan/condition.ts";

/** The words for a rule's reasons in one language. */
export interface WhyTexts {
  /** Lead fields as people call them; others are shown by their path. */
  readonly fields: Readonly<Record<string, string>>;
  /** The lead meets the comparison. */
  readonly met: Readonly<Record<Comparison["op"], (field: string, wanted: string) => string>>;
  /** It does not; `actual` is what it has. */
  readonly missed: Readonly<Record<Comparison["op"], (field: string, wanted: string, actual: string) => string>>;
  readonly between: (from: string, to: string) => string;
  /** Fields that are said as a sentence: if so, and if not. */
  readonly yesNo: Readonly<Record<string, readonly [yes: string, no: string]>>;
  /** Of other fields that are true or not, behind their names. */
  readonly truth: readonly [yes: string, no: string];
  readonly notGivenAt: (field: string) => string;
  /** Fields of which nothing is said otherwise. */
  readonly notGiven: Readonly<Record<string, string>>;
  readonly noCondition: string;
  readonly and: string;
  readonly more: (count: number) => string;
  readonly notes: Readonly<Record<NonNullable<RuleWhy["note"]>, string>>;
  readonly exception: string;
  /** Which part of a mix had its turn, and which one took the lead if another did. */
  readonly mix: (draw: MixDraw) => string;
  /** Offered before it may be picked, or nobody could take it then. */
  readonly first: Readonly<Record<NonNullable<RuleWhy["first"]>, string>>;
  readonly emptyPool: string;
  /** `counts`: such as “2 away”. */
  readonly nobody: (counts: readonly string[]) => string;
  /** Of one certain agent, behind who that is. */
  readonly but: Readonly<Record<string, string>>;
  /** Behind a number of agents; a reason without words is shown as it is. */
  readonly reasons: Readonly<Record<string, string>>;
}
