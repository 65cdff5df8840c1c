import { danglingReferences, mustExist } from "../../domain/plan/unknown-references.ts";
import { reservedRuleIds } from "../../domain/routing/special-rules.ts";
import type { Plan, PlanInput } from "../../schemas/plan/plan.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { type Expected, type Outcome, refused, type SavedItem } from "./outcome.ts";
import { saveExpecting } from "./save.ts";

/**
 * Saves the next version of the plan. Refused when it names agents, teams or buyers that do not exist: their leads would fall
 * through unnoticed. What only looks doubtful is told, not refused (F9).
 */
export async function savePlan(
  ports: Pick<Ports, "config">,
  config: Configuration,
  input: PlanInput,
  expected: Expected,
): Promise<Outcome<SavedItem<Plan>>> {
  const errors = planErrors(input, config);
  if (errors.length > 0) return refused({ kind: "invalid", errors });
  return saveExpecting(config.plan, expected, (version) => ports.config.savePlan(input, version));
}

function planErrors(input: PlanInput, config: Configuration) {
  const unknown = danglingReferences(input, config)
    .filter(mustExist)
    .map(({ kind, id, pointer }) => ({ pointer, detail: `there is no ${kind} ${id}` }));
  const reserved = input.rules.flatMap(({ id }, i) =>
    reservedRuleIds.includes(id)
      ? [{ pointer: `/rules/${i}/id`, detail: `${id} is the product's own; use another` }]
      : [],
  );
  return [...unknown, ...reserved];
}
