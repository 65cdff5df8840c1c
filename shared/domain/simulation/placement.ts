import type { Temperature } from "../../schemas/primitives.ts";

/** How a lead ended in one of the compared worlds; `waiting`: still queued at the end. */
export const placementOutcomes = [
  "agent",
  "shared",
  "pooled",
  "waiting",
  "nurture",
  "duplicate",
  "rejected",
  "test",
] as const;
export type PlacementOutcome = (typeof placementOutcomes)[number];

/** What became of one lead in one world: by a plan that is tried, or as it was recorded. */
export interface Placement {
  readonly outcome: PlacementOutcome;
  readonly agentId?: string | undefined;
  /** Agents and buyers to whom it was shared (C11). */
  readonly recipients?: readonly string[] | undefined;
  readonly ruleId?: string | undefined;
  readonly method?: string | undefined;
  /** Why it waits or was not taken. */
  readonly reason?: string | undefined;
  /** How long it was queued before somebody could take it, ms. */
  readonly waited?: number | undefined;
  readonly score: number;
  readonly temperature: Temperature;
}

/** The worlds that stand side by side. `recorded` is there for past leads, `present` where the tenant has a plan. */
export const worlds = ["recorded", "present", "changed"] as const;
export type World = (typeof worlds)[number];

/** One replayed lead with what became of it in each world. No personal data. */
export interface ComparedLead {
  readonly leadId: string;
  /** What the result calls it: its id, or its place in what was given. */
  readonly name: string;
  /** Arrival, epoch ms. */
  readonly at: number;
  readonly sourceId: string;
  /** Area ids it lies in. */
  readonly areas: readonly string[];
  readonly in: Readonly<Partial<Record<World, Placement>>>;
}

/** Who got the lead: one agent, the recipients of its shares, or nobody. */
export function takersOf({ outcome, agentId, recipients = [] }: Placement): readonly string[] {
  if (outcome === "shared") return recipients;
  return outcome === "agent" && agentId !== undefined ? [agentId] : [];
}
