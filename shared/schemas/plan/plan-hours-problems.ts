import type * as z from "zod";
import type { businessHours } from "../business-hours.ts";
import { weekday } from "../business-hours.ts";
import type { Method } from "./method.ts";
import type { OnCall } from "./on-call.ts";
import type { PlanException } from "./plan-exception.ts";

/** The parts of a plan that depend on each other because of hours and absences. */
interface HoursPlan {
  readonly businessHours?: z.infer<typeof businessHours> | undefined;
  readonly onCall?: OnCall | undefined;
  readonly sla: { readonly clock: "always" | "businessHours" };
  readonly exceptions?: readonly PlanException[] | undefined;
  readonly rules: readonly { readonly id: string; readonly method: Method }[];
  readonly fallback: Method;
}

interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What after-hours handling, deadlines in business time and methods that ask for whoever is on call need, and the plan does not have (C17). */
export function onCallProblems(plan: HoursPlan): readonly Problem[] {
  const { onCall, businessHours: hours } = plan;
  const closes = onCall !== undefined && onCall.outsideHours !== "normal";
  const missing = closes && hours === undefined;
  const counts = closes || plan.sla.clock === "businessHours";
  const never = counts && hours !== undefined && weekday.options.every((name) => (hours[name]?.length ?? 0) === 0);
  return [
    ...(missing ? [{ path: ["onCall", "outsideHours"], message: "needs businessHours" }] : []),
    ...(never ? [{ path: ["businessHours"], message: "the business never opens: name at least one span" }] : []),
    ...(onCall?.rota === undefined ? methodsOnCall(plan) : []),
  ];
}

function methodsOnCall({ rules, fallback, exceptions = [] }: HoursPlan): readonly Problem[] {
  const all = [
    ...rules.map(({ method }, i) => ({ method, path: ["rules", i, "method"] })),
    ...exceptions.map(({ method }, i) => ({ method, path: ["exceptions", i, "method"] })),
    { method: fallback, path: ["fallback"] },
  ];
  return all.flatMap(({ method, path }) => (method === undefined ? [] : onCallIn(method, path)));
}

function onCallIn(method: Method, path: readonly (string | number)[]): readonly Problem[] {
  if (method.type === "mix") {
    return method.parts.flatMap((part, i) => onCallIn(part.method, [...path, "parts", i, "method"]));
  }
  const message = "needs onCall.rota: the agents on call and the day their turns begin";
  return method.type === "onCall" ? [{ path: [...path, "type"], message }] : [];
}

/** Exceptions are about rules that the plan has (D4). */
export function exceptionProblems({ rules, exceptions = [] }: HoursPlan): readonly Problem[] {
  return exceptions.flatMap(({ ruleId }, i) =>
    rules.some(({ id }) => id === ruleId)
      ? []
      : [{ path: ["exceptions", i, "ruleId"], message: `the plan has no rule ${ruleId}` }],
  );
}
