import type { Plan } from "../../schemas/plan/plan.ts";
import type { Temperature } from "../../schemas/primitives.ts";

/** Where a lead's temperature may come from (B2), in order of precedence. */
export interface TemperatureHints {
  /** The sender said so for this lead. */
  readonly explicit?: Temperature | undefined;
  /** Every lead of this source is so: paid ads hot, sign-ups warm, old data cold. */
  readonly sourceQuality?: Temperature | undefined;
  readonly score: number;
}

/** Hot, warm or cold (B2): the sender's own word wins, else the source's quality, else the score against the plan's bounds. */
export function temperatureOf(
  { explicit, sourceQuality, score }: TemperatureHints,
  bounds: Pick<Plan["scoring"], "hot" | "warm"> | undefined,
): Temperature {
  const stated = explicit ?? sourceQuality;
  if (stated !== undefined || bounds === undefined) {
    return stated ?? "warm";
  }
  if (score >= bounds.hot) return "hot";
  return score >= bounds.warm ? "warm" : "cold";
}

/** Whether the lead stays with marketing for now (B3): its score is below the plan's handover threshold. */
export function isNurtured(score: number, scoring: Pick<Plan["scoring"], "handoverAt"> | undefined): boolean {
  return scoring?.handoverAt !== undefined && score < scoring.handoverAt;
}
