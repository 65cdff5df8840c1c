import type { Considered, Decision } from "../../schemas/decision.ts";
import type { PoolTrace } from "./trace.ts";

/** One rule that was looked at; `why` is worked out only for those that are kept. */
export interface RuleLook {
  readonly ruleId: string;
  readonly matched: boolean;
  readonly why: () => string;
}

export interface DecisionInput {
  readonly ruleId: string;
  readonly trace: PoolTrace;
  readonly chosen?: string | undefined;
  readonly rules: readonly RuleLook[];
  readonly outcome: Decision["outcome"];
  readonly planVersion: number;
}

/** A stored decision keeps so many besides the chosen one, and so many rules that were looked at. */
const nearest = 5;
const leftOutShown = 3;
const rulesShown = 12;

/**
 * The routing result with everyone who was looked at (F6). `compact` keeps what a lead's BODY has room for: the chosen,
 * the five nearest (those next in line, and up to three left out for where they are), and the others' counts.
 */
export function decisionOf(input: DecisionInput, detail: "compact" | "full"): Decision {
  const { trace, chosen } = input;
  const all = consideredOf(input);
  const first = all.filter((each) => each.agentId === chosen);
  const rest = all.filter((each) => each.agentId !== chosen);
  const shown = detail === "full" ? rest : nearestOf(rest);
  const others = countOthers(rest.filter((each) => !shown.includes(each)));
  return {
    ruleId: input.ruleId,
    method: trace.method,
    ...(trace.poolId !== undefined && { poolId: trace.poolId }),
    ...(trace.ticket && { ticket: trace.ticket }),
    ...(trace.gone?.length && { gone: [...trace.gone].slice(0, detail === "full" ? undefined : nearest) }),
    chosen: chosen === undefined ? [] : [chosen],
    considered: [...first, ...shown],
    ...(Object.keys(others).length > 0 && { others }),
    rules: input.rules
      .slice(detail === "full" ? 0 : -rulesShown)
      .map(({ ruleId, matched, why }) => ({ ruleId, matched, why: why() })),
    outcome: input.outcome,
    planVersion: input.planVersion,
  };
}

function consideredOf({ trace, chosen }: DecisionInput): readonly Considered[] {
  const passed = trace.gone?.filter(({ reason }) => reason === "capacity").map(({ agentId }) => agentId) ?? [];
  const full = new Set(passed.filter((agentId) => agentId !== chosen));
  const reasonOf = (agentId: string) => trace.leftOut.get(agentId) ?? (full.has(agentId) ? "capacity" : undefined);
  const named = [...(chosen === undefined ? [] : [{ agentId: chosen }]), ...trace.runners];
  const running = [...new Map(named.map((runner) => [runner.agentId, runner])).values()];
  const known = new Set(running.map((runner) => runner.agentId));
  const leftOut = [...full, ...trace.leftOut.keys()].filter((agentId) => !known.has(agentId));
  return [...running, ...[...new Set(leftOut)].map((agentId) => ({ agentId }))].map((each) => {
    const reason = each.agentId === chosen ? undefined : reasonOf(each.agentId);
    return { ...each, eligible: reason === undefined, ...(reason && { reason }) };
  });
}

function nearestOf(rest: readonly Considered[]): readonly Considered[] {
  const passed = rest.filter((each) => !each.eligible && !isMisfit(each)).slice(0, leftOutShown);
  const next = rest.filter((each) => each.eligible).slice(0, nearest - passed.length);
  return [...next, ...passed];
}

/** Left out for what somebody is, not for where; seldom what a reader wonders about. */
function isMisfit({ reason }: Considered): boolean {
  return reason === "skill" || reason === "territory" || reason === "tier";
}

function countOthers(hidden: readonly Considered[]): Record<string, number> {
  const byReason = Map.groupBy(hidden, ({ reason }) => reason ?? "eligible");
  return Object.fromEntries([...byReason].map(([reason, all]) => [reason, all.length]));
}
