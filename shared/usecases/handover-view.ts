import { labelOf } from "../domain/handover/label.ts";
import { isMet, readinessOf } from "../domain/handover/readiness.ts";
import type { Side } from "../domain/handover/side.ts";
import type { LeadBody } from "../schemas/lead/lead.ts";
import type { Criterion } from "../schemas/plan/checklists.ts";
import type { Plan } from "../schemas/plan/plan.ts";
import type { Locale } from "../schemas/primitives.ts";

export interface CriterionView {
  readonly id: string;
  /** In the reader's language. */
  readonly label: string;
  readonly type: Criterion["type"];
  readonly required: boolean;
  readonly met: boolean;
  /** What was found, if anything. */
  readonly found?: boolean | number | string;
}

/** What an ISA still has to find out before the lead can be handed over (C6). */
export interface HandoverView {
  /** Left out while nobody knows whether the person buys or sells. */
  readonly side?: Side;
  readonly ready: boolean;
  readonly criteria: readonly CriterionView[];
  /** Ids of the required criteria that are not met. */
  readonly missing: readonly string[];
}

export function handoverView(
  body: Pick<LeadBody, "facts" | "checklist">,
  { checklists }: Pick<Plan, "checklists">,
  locale: Locale,
): HandoverView {
  const { side, criteria, missing } = readinessOf(body, checklists);
  const { checklist = {} } = body;
  return {
    ...(side !== undefined && { side }),
    ready: missing.length === 0,
    criteria: criteria.map((criterion): CriterionView => {
      const { id, type, required } = criterion;
      const found = Object.hasOwn(checklist, id) ? checklist[id] : undefined;
      const view = { id, label: labelOf(criterion, locale), type, required, met: isMet(criterion, checklist) };
      return found === undefined ? view : { ...view, found };
    }),
    missing: missing.map(({ id }) => id),
  };
}
