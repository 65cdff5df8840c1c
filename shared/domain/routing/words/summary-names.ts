import type { HolidayRegion } from "../../../schemas/business-hours.ts";

type Named = ReadonlyMap<string, { readonly name: string }>;

/** Names by id, for the words of a decision; an id without one is shown as it is. */
export interface SummaryNames {
  readonly agents: Named;
  readonly buyers?: Named | undefined;
  readonly areas?: Named | undefined;
  readonly sources?: Named | undefined;
  /** Those of the plan, progressive ones under the ids of their pools. */
  readonly rules: readonly { readonly id: string; readonly name?: string | undefined }[];
  /** Of the lead's amounts; a plan's conditions name none. */
  readonly currency?: string | undefined;
  /** Whose public holidays the business keeps. */
  readonly holidays?: HolidayRegion | undefined;
}

export const noNames: SummaryNames = { agents: new Map(), rules: [] };
