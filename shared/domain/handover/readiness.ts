import type { LeadBody } from "../../schemas/lead/lead.ts";
import type { Checklists, Criterion } from "../../schemas/plan/checklists.ts";
import { type Side, sideOf } from "./side.ts";

/** What was found out about a lead, by the criteria's ids. */
export type Found = Readonly<Record<string, boolean | number | string>>;

/** How far a lead is from being handed over (C6). */
export interface Readiness {
  /** Undefined: nobody knows yet whether the person buys or sells. */
  readonly side?: Side | undefined;
  /** The side's list; both lists while the side is not known. */
  readonly criteria: readonly Criterion[];
  /** Required and not met. Empty: the lead may be handed over. */
  readonly missing: readonly Criterion[];
}

/**
 * The criteria of the lead's side and which of the required ones are not met. While the side is not known either side's
 * whole list will do, and what is missing is that of the side that is nearer to it.
 */
export function readinessOf(
  { facts, checklist = {} }: Pick<LeadBody, "facts" | "checklist">,
  lists: Checklists,
): Readiness {
  const side = sideOf(facts);
  if (side !== undefined) return { side, criteria: lists[side], missing: missingOf(lists[side], checklist) };
  const [buyer, seller] = [missingOf(lists.buyer, checklist), missingOf(lists.seller, checklist)];
  const others = lists.seller.filter(({ id }) => !lists.buyer.some((each) => each.id === id));
  return { criteria: [...lists.buyer, ...others], missing: seller.length < buyer.length ? seller : buyer };
}

/** Whether the criterion is met: ticked, or something was written down. `false` is an answer, but does not meet it. */
export function isMet({ id }: Pick<Criterion, "id">, found: Found): boolean {
  const value = Object.hasOwn(found, id) ? found[id] : undefined;
  return value !== undefined && value !== false && value !== "";
}

/** `3/4`: how many of the required criteria are met, for the history, which holds nothing about the person. */
export function metOf({ criteria, missing }: Readiness): string {
  const required = criteria.filter((each) => each.required).length;
  return `${Math.max(0, required - missing.length)}/${required}`;
}

function missingOf(criteria: readonly Criterion[], found: Found): readonly Criterion[] {
  return criteria.filter((each) => each.required && !isMet(each, found));
}
