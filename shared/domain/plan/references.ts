import type { Condition } from "../../schemas/plan/condition.ts";
import type { Method } from "../../schemas/plan/method.ts";
import type { PlanInput } from "../../schemas/plan/plan.ts";
import { type PoolMethod, postsToPool } from "../lead-pool/pool-method.ts";
import { placedComparisons } from "./conditions/placed-comparisons.ts";
import {
  methodsOf,
  methodsOfExceptions,
  methodsOfFallback,
  methodsOfProgressive,
  type PlacedMethod,
} from "./methods-of-plan.ts";

/** Something of the configuration that a plan names, and where (JSON pointer into the plan). */
export interface Reference {
  readonly kind: "agent" | "team" | "area" | "source" | "skill" | "buyer";
  readonly id: string;
  readonly pointer: string;
  readonly ruleId?: string;
}

/** Everything a plan names: agents and teams by its methods, areas and sources by its conditions. */
export function referencesOf(plan: PlanInput): readonly Reference[] {
  const manager = plan.offers.managerId;
  return [
    ...plan.rules.flatMap((rule, i) => [
      ...methodsOf(rule, i).flatMap(inRule),
      ...referencesIn(rule.when, `/rules/${i}/when`).map((each) => ({ ...each, ruleId: rule.id })),
    ]),
    ...methodsOfExceptions(plan).flatMap(inRule),
    ...methodsOfProgressive(plan).flatMap(inRule),
    ...plan.progressive.flatMap(({ id, when }, i) =>
      referencesIn(when, `/progressive/${i}/when`).map((each) => ({ ...each, ruleId: id })),
    ),
    ...inRota(plan),
    ...methodsOfFallback(plan).flatMap(({ method, pointer }) => inMethod(method, pointer)),
    ...plan.scoring.rules.flatMap((rule, i) => referencesIn(rule.when, `/scoring/rules/${i}/when`)),
    ...(manager === undefined ? [] : [{ kind: "agent" as const, id: manager, pointer: "/offers/managerId" }]),
  ];
}

function inRota({ onCall }: PlanInput): readonly Reference[] {
  const { agents = [], shifts = [] } = onCall?.rota ?? {};
  const named = (ids: readonly string[], pointer: string) =>
    ids.map((id, i) => ({ kind: "agent" as const, id, pointer: `/onCall/rota${pointer}/${i}` }));
  return [...named(agents, "/agents"), ...shifts.flatMap((shift, i) => named(shift.agents, `/shifts/${i}/agents`))];
}

function inRule({ method, pointer, ruleId }: PlacedMethod): readonly Reference[] {
  return inMethod(method, pointer).map((each) => ({ ...each, ruleId }));
}

function inMethod(method: Method, pointer: string): readonly Reference[] {
  if (method.type === "agent") return [{ kind: "agent", id: method.agentId, pointer: `${pointer}/agentId` }];
  const backups = postsToPool(method) ? inLeadPool(method, pointer) : [];
  const { agents = [], team, skills = [] } = "pool" in method ? (method.pool ?? {}) : {};
  const buyers = method.type === "shared" ? (method.buyers ?? []) : [];
  return [
    ...backups,
    ...buyers.map((id, i) => ({ kind: "buyer" as const, id, pointer: `${pointer}/buyers/${i}` })),
    ...agents.map((id, i) => ({ kind: "agent" as const, id, pointer: `${pointer}/pool/agents/${i}` })),
    ...(team === undefined ? [] : [{ kind: "team" as const, id: team, pointer: `${pointer}/pool/team` }]),
    ...skills.map((id, i) => ({ kind: "skill" as const, id, pointer: `${pointer}/pool/skills/${i}` })),
  ];
}

function inLeadPool({ then = [], managerId }: PoolMethod, pointer: string): readonly Reference[] {
  const manager = managerId === undefined ? [] : [{ id: managerId, pointer: `${pointer}/managerId` }];
  const all = [...then.map((id, i) => ({ id, pointer: `${pointer}/then/${i}` })), ...manager];
  return all.map((each) => ({ kind: "agent" as const, ...each }));
}

const namedByField: Readonly<Record<string, Reference["kind"]>> = {
  area: "area",
  source: "source",
  firstContactBy: "agent",
};

/** What a condition that stands at `pointer` names: areas, sources, and agents who made the first contact. */
export function referencesIn(when: Condition | undefined, pointer: string): readonly Reference[] {
  return placedComparisons(when, pointer).flatMap(({ comparison: { field, op, value }, pointer: place }) => {
    const kind = namedByField[field];
    if (kind === undefined || !["eq", "ne", "in", "nin"].includes(op)) return [];
    return Array.isArray(value)
      ? value.map((id, i) => ({ kind, id: idOf(id), pointer: `${place}/value/${i}` }))
      : [{ kind, id: idOf(value), pointer: `${place}/value` }];
  });
}

/** Conditions compare ids like all text, whatever the case. */
function idOf(value: unknown): string {
  return String(value).trim().toLowerCase();
}
