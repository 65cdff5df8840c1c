import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { sidesOf } from "../../routing/pools/isa-pool.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { teamIndex } from "./team-index.ts";

const sides = ["buyer", "seller"] as const;

/** Inside sales agents who all leave out one side of the market, and checklists that ask them for nothing (C6). */
export function insideSales(plan: PlanInput, around: Surroundings): readonly Finding[] {
  const placed = methodsOfPlan(plan).flatMap(({ method, ...at }) =>
    method.type === "isa" ? [{ ...at, isas: teamIndex(around)(method.pool).agents }] : [],
  );
  if (placed.length === 0) return [];
  const unserved = placed.flatMap(({ isas, ruleId, pointer }) =>
    sides
      .filter((side) => isas.length > 0 && isas.every((isa) => sidesOf(isa).length > 0 && !sidesOf(isa).includes(side)))
      .map((side) => ({ severity: "warning", code: "noIsaForSide", side, ruleId, pointer }) as const),
  );
  const asksNothing = sides.filter((side) => !plan.checklists[side].some(({ required }) => required));
  return [
    ...unserved,
    ...asksNothing.map(
      (side) => ({ severity: "hint", code: "emptyChecklist", side, pointer: `/checklists/${side}` }) as const,
    ),
  ];
}
