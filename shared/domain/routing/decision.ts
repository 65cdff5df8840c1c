import type { Considered, Decision, RuleWhy, SkipReason } from "../../schemas/decision.ts";
import type { PoolTrace, Runner } from "./trace.ts";

/** One rule that was looked at; `why` is worked out only for those that are kept. */
export interface RuleLook {
  readonly ruleId: string;
  readonly matched: boolean;
  readonly why: () => RuleWhy;
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
  const looks = looksOf(input);
  const first = looks.filter(({ runner }) => runner.agentId === chosen);
  const rest = looks.filter(({ runner }) => runner.agentId !== chosen);
  const shown = detail === "full" ? rest : nearestOf(rest);
  const others = countOthers(rest, shown);
  return {
    ruleId: input.ruleId,
    method: trace.method,
    ...(trace.poolId !== undefined && { poolId: trace.poolId }),
    ...(trace.ticket && { ticket: trace.ticket }),
    ...(trace.gone?.length && { gone: [...trace.gone].slice(0, detail === "full" ? undefined : nearest) }),
    chosen: chosen === undefined ? [] : [chosen],
    considered: [...first, ...shown].map(consideredOf),
    ...(Object.keys(others).length > 0 && { others }),
    rules: input.rules
      .slice(detail === "full" ? 0 : -rulesShown)
      .map(({ ruleId, matched, why }) => ({ ruleId, matched, why: why() })),
    outcome: input.outcome,
    planVersion: input.planVersion,
  };
}

/** Somebody who was looked at, whether a reader will see them or only their number. */
interface Look {
  readonly runner: Runner;
  /** Why they could not have it; undefined for who could. */
  readonly reason: SkipReason | undefined;
}

/** The chosen, those next in line, those full when it was their turn, and those left out; everybody once. */
function looksOf({ trace, chosen }: DecisionInput): readonly Look[] {
  const passed = trace.gone?.filter(({ agentId, reason }) => reason === "capacity" && agentId !== chosen) ?? [];
  const full = new Set(passed.map(({ agentId }) => agentId));
  const looks = new Map<string, Look>();
  const look = (runner: Runner) => {
    const { agentId } = runner;
    const reason = trace.leftOut.get(agentId) ?? (full.has(agentId) ? "capacity" : undefined);
    looks.set(agentId, { runner, reason: agentId === chosen ? undefined : reason });
  };
  if (chosen !== undefined) look({ agentId: chosen });
  trace.runners.forEach(look);
  for (const agentId of [...full, ...trace.leftOut.keys()]) if (!looks.has(agentId)) look({ agentId });
  return [...looks.values()];
}

function consideredOf({ runner, reason }: Look): Considered {
  return { ...runner, eligible: reason === undefined, ...(reason && { reason }) };
}

function nearestOf(rest: readonly Look[]): readonly Look[] {
  const passed = rest.filter(({ reason }) => reason !== undefined && !isMisfit(reason)).slice(0, leftOutShown);
  const next = rest.filter(({ reason }) => reason === undefined).slice(0, nearest - passed.length);
  return [...next, ...passed];
}

/** Left out for what somebody is, not for where; seldom what a reader wonders about. */
function isMisfit(reason: SkipReason): boolean {
  return reason === "skill" || reason === "territory" || reason === "tier";
}

function countOthers(rest: readonly Look[], shown: readonly Look[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const look of rest) {
    const { reason = "eligible" } = look;
    if (!shown.includes(look)) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}
