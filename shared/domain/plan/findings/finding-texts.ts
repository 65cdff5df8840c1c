import type { Finding, FindingCode } from "./finding.ts";

/** What was found and what to do about it, by code, in one language. */
export type FindingTexts = {
  readonly [Code in FindingCode]: (finding: Finding<Code>) => readonly [message: string, fix: string];
};
