import { checkArea } from "../../../domain/areas/check-area.ts";
import { withNames } from "../../../domain/plan/findings/with-names.ts";
import { type PlanProblem, planProblem } from "../../../domain/plan/plan-problem.ts";
import { agentGaps } from "../../../domain/plan/team/agent-gaps.ts";
import type { Agent } from "../../../schemas/agent.ts";
import type { Area } from "../../../schemas/area.ts";
import type { Locale } from "../../../schemas/primitives.ts";
import type { Configuration } from "../../ports/ports.ts";

/** What looks doubtful about an agent who was saved all the same, in the reader's language; pointers into the agent. */
export function agentProblems(config: Configuration, agent: Agent, locale: Locale): readonly PlanProblem[] {
  const around = { ...config, agents: new Map([...config.agents, [agent.agentId, agent]]) };
  return agentGaps(agent, around).map((finding) => planProblem(withNames(finding, around), locale));
}

/** The same of an area. */
export function areaProblems(config: Configuration, area: Area, locale: Locale): readonly PlanProblem[] {
  const around = { ...config, areas: new Map([...config.areas, [area.areaId, area]]) };
  const findings = checkArea(area, config.plan?.defaultCountry);
  return findings.map((finding) => planProblem(withNames(finding, around), locale));
}
