import { decisionOf } from "../domain/routing/decision.ts";
import type { Decision } from "../schemas/lead/decision.ts";
import type { AssignPorts, AssignRequest } from "./routing/assignment.ts";
import { dryRun } from "./routing/dry-run.ts";
import { routeLead } from "./routing/route-lead.ts";
import type { RoutingConfig } from "./routing-config.ts";

/** What would be decided about this lead now, in full and without any effect (F10). */
export async function previewLead(
  ports: AssignPorts,
  config: RoutingConfig,
  request: Omit<AssignRequest, "mode">,
): Promise<Decision> {
  return decisionOf(await routeLead(dryRun(ports), config, { ...request, mode: "first" }), "full");
}
