import type { Method } from "../../schemas/plan/method.ts";
import type { ProgressiveRule } from "../../schemas/plan/progressive.ts";

/** How the rule chooses its specialist. */
export function specialistMethod({ method, pool = {} }: ProgressiveRule): Method {
  return method ?? { type: "roundRobin", pool };
}

/** Begins the rule's pool keys. A plan's own rules cannot be called so: their ids have no dots. */
export function progressivePoolRule({ id }: Pick<ProgressiveRule, "id">): string {
  return `progressive.${id}`;
}

/** Whether the rule of a decision is a progressive one. */
export function isProgressive(ruleId: string): boolean {
  return ruleId.startsWith("progressive.");
}

/** The reason in the history; messages show the rule's name instead. */
export const progressiveReason = (ruleId: string): string => `progressive:${ruleId}`;
