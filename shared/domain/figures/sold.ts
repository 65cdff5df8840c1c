import type { AgentFigures } from "../../schemas/figures.ts";
import type { Money } from "../../schemas/primitives.ts";
import type { Stint } from "./stints.ts";

/** A deal that somebody closed. `at`: epoch ms. */
export interface Deal {
  readonly agentId: string;
  readonly at: number;
  readonly value?: Money;
}

/**
 * What an agent sold between `from` and now, whenever the leads came, and since when there was something to sell: what
 * the sales target is held against (E5). `earlier`: deals with leads that arrived before `from`.
 */
export function soldBy(
  stints: readonly Stint[],
  earlier: readonly Deal[],
  from: number,
): Pick<AgentFigures, "sold" | "workedSince"> {
  const own = stints.flatMap(({ converted, value }) => (converted && value !== undefined ? [value] : []));
  const values = [...own, ...earlier.flatMap(({ value }) => value ?? [])];
  const currency = usualCurrency(values);
  const amount = values.reduce((sum, value) => (value.currency === currency ? sum + value.amount : sum), 0);
  const began = [...(earlier.length > 0 ? [from] : []), ...stints.map(({ assignedAt }) => Math.max(from, assignedAt))];
  const first = began.toSorted((a, b) => a - b)[0];
  return {
    ...(currency !== undefined && { sold: { amount: Math.round(amount * 100) / 100, currency } }),
    ...(first !== undefined && { workedSince: first }),
  };
}

/** The currency that most of these have, the first by name of several; undefined without any. */
export function usualCurrency(values: readonly Money[]): string | undefined {
  const groups = [...Map.groupBy(values, ({ currency }) => currency)];
  return groups.toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))[0]?.[0];
}
