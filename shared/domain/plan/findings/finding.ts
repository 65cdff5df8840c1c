import type { FindingDetails } from "./finding-details.ts";

export type FindingCode = keyof FindingDetails;

/** `error`: leads go wrong; `warning`: probably not meant so; `hint`: advice. */
export type Finding<Code extends FindingCode = FindingCode> = {
  readonly [C in Code]: {
    readonly code: C;
    readonly severity: "error" | "warning" | "hint";
    readonly ruleId?: string;
    /** The place in the plan, as a JSON pointer; the rule's when left out. */
    readonly pointer?: string;
  } & FindingDetails[C];
}[Code];
