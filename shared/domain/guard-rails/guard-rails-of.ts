import { type CherryPick, cherryPick } from "../../schemas/plan/cherry-pick.ts";
import type { Plan } from "../../schemas/plan/plan.ts";

const usual = cherryPick.parse({});

/** The guard rails around leads that are picked: the plan's, or the usual ones where it says nothing (section E). */
export function guardRailsOf({ cherryPick: own = usual }: Pick<Plan, "cherryPick">): CherryPick {
  return own;
}
