import type { Considered, Decision, RuleWhy, SkipReason } from "../../schemas/lead/decision.ts";
import type { GivenShares } from "../../schemas/lead/share.ts";
import type { Posting } from "../lead-pool/posting.ts";
import { idOf } from "../shares/recipient.ts";
import { countReasons, nearestLeftOut } from "./pools/left-out.ts";
import type { PoolTrace, Runner, Runners } from "./trace.ts";

/** Says why the lead at hand matched the plan's rule at this position, or did not. */
export type Explain = (position: number) => RuleWhy;

/** One rule that was looked at; `why` is worked out only for those that are kept. */
export interface RuleLook {
  readonly ruleId: string;
  readonly matched: boolean;
  readonly why: (explain: Explain) => RuleWhy;
}

export interface DecisionInput {
  readonly ruleId: string;
  readonly trace: PoolTrace;
  readonly chosen?: string | undefined;
  /** The shares of a lead that goes to several at once (C11); `chosen` has the first. */
  readonly shares?: Pick<GivenShares, "given" | "poolRule"> | undefined;
  readonly rules: readonly RuleLook[];
  /** Needed when rules of the plan were looked at. */
  readonly explain?: Explain | undefined;
  readonly outcome: Decision["outcome"];
  readonly planVersion: number;
  /** Of a lead that goes to the pool by a method of its own, or will when nobody accepts it. */
  readonly posting?: Posting | undefined;
}

/** A stored decision keeps so many besides the chosen one, and so many rules that were looked at. */
const nearest = 5;
const leftOutShown = 3;
const rulesShown = 12;

/**
 * The routing result with everyone who was looked at (F6). `compact` keeps what a lead's BODY has room for: the chosen,
 * the five nearest (those next in line, and up to three left out for where they are), and the others' counts. It costs
 * the same in a pool of ten and in one of ten thousand.
 */
export function decisionOf(input: DecisionInput, detail: "compact" | "full"): Decision {
  const { trace, explain = noReason } = input;
  const compact = detail === "compact";
  const chosen = chosenIds(input);
  const passed = compact ? nearestLeftOut(trace.leftOut, leftOutShown) : [...trace.leftOut];
  const considered = runnersShown(trace.runners, chosen, compact ? nearest - passed.length : trace.runners.length);
  for (const [agentId, reason] of passed) {
    if (!chosen.includes(agentId)) considered.push({ agentId, eligible: false, reason });
  }
  const others = compact && othersThan(considered, trace);
  const rules = compact ? input.rules.slice(-rulesShown) : input.rules;
  return {
    ruleId: input.ruleId,
    method: trace.method,
    ...(trace.poolId !== undefined && { poolId: trace.poolId }),
    ...(trace.ticket && { ticket: trace.ticket }),
    ...(trace.gone?.length && { gone: trace.gone.slice(0, compact ? nearest : undefined) }),
    chosen,
    ...(trace.knownThrough && { knownThrough: trace.knownThrough }),
    ...(trace.tier && { tier: trace.tier }),
    considered,
    ...(others && { others }),
    rules: rules.map(({ ruleId, matched, why }) => ({ ruleId, matched, why: why(explain) })),
    outcome: input.outcome,
    planVersion: input.planVersion,
  };
}

const noReason: Explain = () => ({});

function chosenIds({ chosen, shares }: DecisionInput): string[] {
  if (shares) return shares.given.map(({ recipient }) => idOf(recipient));
  return chosen === undefined ? [] : [chosen];
}

/** The chosen, then so many of those next in line. */
function runnersShown(runners: Runners, chosen: readonly string[], next: number): Considered[] {
  const near = runners.slice(0, chosen.length + next);
  const shown = chosen.map((agentId) => eligible(find(near, agentId) ?? find(runners.slice(), agentId) ?? { agentId }));
  for (const runner of near) {
    if (shown.length === chosen.length + next) break;
    if (!chosen.includes(runner.agentId)) shown.push(eligible(runner));
  }
  return shown;
}

function find(runners: readonly Runner[], agentId: string): Runner | undefined {
  return runners.find((runner) => runner.agentId === agentId);
}

function eligible(runner: Runner): Considered {
  return { ...runner, eligible: true };
}

/** How many are not shown, by reason; `eligible` for those who could have had the lead. Nothing when all are shown. */
function othersThan(
  shown: readonly Considered[],
  { runners, leftOut }: PoolTrace,
): Readonly<Record<string, number>> | undefined {
  const others: Record<string, number> = {};
  let all = 0;
  const add = (name: string, count: number, reason: SkipReason | undefined) => {
    let hidden = count;
    for (const each of shown) if (each.reason === reason) hidden -= 1;
    if (hidden <= 0) return;
    others[name] = hidden;
    all += hidden;
  };
  add("eligible", runners.length, undefined);
  for (const [reason, count] of countReasons(leftOut)) add(reason, count, reason);
  return all > 0 ? others : undefined;
}
