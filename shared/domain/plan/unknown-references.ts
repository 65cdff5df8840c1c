import type { Agent, Team, TimeOff } from "../../schemas/agent.ts";
import type { Area } from "../../schemas/area.ts";
import type { Buyer } from "../../schemas/buyer.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { PlanInput } from "../../schemas/plan/plan.ts";
import type { Source } from "../../schemas/source.ts";
import { comparableSkill } from "../routing/pools/matched-values.ts";
import type { Finding } from "./findings/finding.ts";
import { type Reference, referencesOf } from "./references.ts";

/** What exists apart from the plan. */
export interface Surroundings {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly buyers?: ReadonlyMap<string, Pick<Buyer, "status" | "filter">>;
  readonly timeOff?: readonly TimeOff[];
  /** Epoch ms; left out: nothing is said about who is there at the moment, and what is over. */
  readonly now?: number;
  readonly figures?: ReadonlyMap<string, Pick<AgentFigures, "contacted" | "minutesToContact">>;
}

/** References of the plan to nothing that exists. */
export function danglingReferences(plan: PlanInput, around: Surroundings): readonly Reference[] {
  const skills = new Set([...around.agents.values()].flatMap((agent) => agent.skills ?? []).map(comparableSkill));
  return referencesOf(plan).filter(({ kind, id }) => {
    switch (kind) {
      case "agent":
        return !around.agents.has(id);
      case "team":
        return !around.teams.has(id);
      case "area":
        return !around.areas.has(id);
      case "source":
        return !around.sources.has(id);
      case "buyer":
        return around.buyers?.has(id) !== true;
      case "skill":
        return !skills.has(comparableSkill(id));
      default:
        return kind satisfies never;
    }
  });
}

const codes = {
  agent: "unknownAgent",
  team: "unknownTeam",
  area: "unknownArea",
  source: "unknownSource",
  skill: "unknownSkill",
  buyer: "unknownBuyer",
} as const;

/** Whom leads are given to; what a condition names only makes it match or not. */
export function mustExist({ kind, pointer }: Pick<Reference, "kind" | "pointer">): boolean {
  return (kind === "agent" || kind === "team" || kind === "buyer") && !pointer.includes("/when");
}

/** A rule that names nobody who exists is wrong; one about an area, source or skill that nobody has may be early. */
export function unknownReferences(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return danglingReferences(plan, around).map(({ kind, id, pointer, ruleId }) => ({
    severity: mustExist({ kind, pointer }) ? "error" : "warning",
    code: codes[kind],
    id,
    pointer,
    ...(ruleId !== undefined && { ruleId }),
  }));
}
