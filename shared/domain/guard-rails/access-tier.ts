import type { Agent } from "../../schemas/agent.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { targetAttained } from "./sales-target.ts";

export type AccessPolicy = Exclude<CherryPick["access"], false>;
/** 1 picks at once, 2 and 3 later or not at all, as the plan says. */
export type AccessTier = NonNullable<Picks["access"]>["tier"];
export type AccessMetric = "conversion" | "minutesToContact" | "target";

/** Until the first week's end, and for whoever has too few leads to tell. */
export const standardAccessTier: AccessTier = 2;

/** One result that decides the tier: conversion and target as parts of 1, the contact in minutes (the fewer, the better). */
export interface AccessMeasure {
  readonly metric: AccessMetric;
  /** Left out while there is nothing to measure: neither enough for the first tier nor a reason for the third. */
  readonly value?: number;
  /** What the first tier takes. */
  readonly first: number;
  /** Worse than this is the third tier. */
  readonly third: number;
  /** The tier by this alone. */
  readonly tier: AccessTier;
}

/** An agent's access to leads that are picked, and why (E5). */
export interface AccessResult {
  readonly tier: AccessTier;
  /** Leads of the last 90 days, and how many it takes to judge anybody. */
  readonly leads: { readonly assigned: number; readonly needed: number };
  readonly measures: readonly AccessMeasure[];
}

/**
 * How early an agent may pick (E5): the first tier takes all three results, one of them below its lowest level is the
 * third, everything else the second. Conversion allows for the mix of sources (C4), so that whoever takes the difficult
 * leads is not put behind for it. An agent without a sales target is judged by the other two; one with too few leads is
 * in the second tier.
 */
export function accessOf(
  agent: Pick<Agent, "salesTarget" | "startedOn">,
  figures: AgentFigures | undefined,
  policy: AccessPolicy,
  zone: string,
): AccessResult {
  const { first, third, minLeads } = policy;
  const conversion = figures?.adjustedConversion ?? figures?.conversion;
  const target = targetAttained(agent, figures, zone);
  const measures = [
    measured("conversion", conversion, first.conversion, third.conversion),
    measured("minutesToContact", figures?.minutesToContact, first.minutesToContact, third.minutesToContact),
    ...(agent.salesTarget ? [measured("target", target, first.target, third.target)] : []),
  ];
  const assigned = figures?.assigned ?? 0;
  return {
    tier: assigned < minLeads ? standardAccessTier : worst(measures),
    leads: { assigned, needed: minLeads },
    measures,
  };
}

function measured(metric: AccessMetric, value: number | undefined, first: number, third: number): AccessMeasure {
  return { metric, ...(value !== undefined && { value }), first, third, tier: tierBy(metric, value, first, third) };
}

function tierBy(metric: AccessMetric, value: number | undefined, first: number, third: number): AccessTier {
  if (value === undefined) return standardAccessTier;
  const sign = metric === "minutesToContact" ? -1 : 1;
  if (sign * value >= sign * first) return 1;
  return sign * value < sign * third ? 3 : 2;
}

function worst(measures: readonly AccessMeasure[]): AccessTier {
  if (measures.some(({ tier }) => tier === 3)) return 3;
  return measures.every(({ tier }) => tier === 1) ? 1 : 2;
}
