import { day, hour } from "../time/durations.ts";

/** A contact later than this is late (E8). Ms. */
export const lateContact = 4 * hour;

/** From where on the watch warns: the rules of E8, and how many leads it takes to keep chance out. Rates are parts of 1. */
export const watchBars = {
  /** An agent takes nothing up to this score. */
  highScore: 80,
  lateMinutes: lateContact / 60_000,
  unclaimedPart: 0.3,
  /** Ms. */
  unclaimedAfter: day,
  topAgents: 0.2,
  topPart: 0.6,
  /** Points of the mean score between the agents who convert most and least. */
  qualityGap: 15,
  /** Fewer claims of an agent say nothing. */
  claims: 5,
  /** Fewer leads say nothing about conversion, about all claims or about all waits. */
  leads: 10,
  /** Fewer agents have no top fifth. */
  agents: 5,
  /** A source is avoided when chance would leave it out this rarely. */
  chance: 0.05,
} as const;
