import type { Agent } from "../../schemas/agent.ts";
import { part } from "../figures/rates.ts";
import { type ComparedLead, type Placement, takersOf, type World } from "./placement.ts";

/** Leads by world; worlds that are not compared are left out. */
export type Counts = Readonly<Partial<Record<World, number>>>;

/** One line of a table: a rule, a source, an outcome… */
export interface Line {
  readonly key: string;
  readonly leads: Counts;
  /** Part of all leads in the table, 0–1. */
  readonly share: Counts;
}

/** By what the leads are counted; each a table. */
export const dimensions = ["outcome", "agent", "tier", "area", "source", "temperature", "rule"] as const;
export type Dimension = (typeof dimensions)[number];

/** What a lead has when it has nothing: no area, an agent without a tier. */
const none = "–";

/**
 * The leads counted by each dimension, the worlds side by side. Tables by agent and tier count leads that somebody got;
 * a shared lead counts for each recipient, a lead in two areas in both.
 */
export function distributionsOf(
  leads: readonly ComparedLead[],
  compared: readonly World[],
  agents: ReadonlyMap<string, Pick<Agent, "tier">>,
): Readonly<Record<Dimension, readonly Line[]>> {
  const keysOf: Record<Dimension, (lead: ComparedLead, placement: Placement) => readonly string[]> = {
    outcome: (_, { outcome }) => [outcome],
    agent: (_, placement) => takersOf(placement),
    tier: (_, placement) => takersOf(placement).map((agentId) => agents.get(agentId)?.tier ?? none),
    area: ({ areas }) => (areas.length > 0 ? areas : [none]),
    source: ({ sourceId }) => [sourceId],
    temperature: (_, { temperature }) => [temperature],
    rule: (_, { ruleId }) => [ruleId ?? none],
  };
  const table = (dimension: Dimension) => linesOf(leads, compared, keysOf[dimension]);
  return {
    outcome: table("outcome"),
    agent: table("agent"),
    tier: table("tier"),
    area: table("area"),
    source: table("source"),
    temperature: table("temperature"),
    rule: table("rule"),
  };
}

function linesOf(
  leads: readonly ComparedLead[],
  compared: readonly World[],
  keysOf: (lead: ComparedLead, placement: Placement) => readonly string[],
): readonly Line[] {
  const counts = new Map<string, Map<World, number>>();
  const totals = new Map<World, number>();
  for (const lead of leads) {
    for (const world of compared) {
      const placement = lead.in[world];
      const keys = placement ? keysOf(lead, placement) : [];
      for (const key of keys) {
        const line = counts.get(key) ?? new Map<World, number>();
        counts.set(key, line.set(world, (line.get(world) ?? 0) + 1));
      }
      if (keys.length > 0) totals.set(world, (totals.get(world) ?? 0) + 1);
    }
  }
  const keys = [...counts.keys()].sort((a, b) => Number(a === none) - Number(b === none) || (a < b ? -1 : 1));
  return keys.map((key) => {
    const count = (world: World) => counts.get(key)?.get(world) ?? 0;
    return {
      key,
      leads: sideBySide(compared, count),
      share: sideBySide(compared, (world) => part(count(world), totals.get(world) ?? 0) ?? 0),
    };
  });
}

/** One value for each compared world. */
export function sideBySide(compared: readonly World[], of: (world: World) => number): Counts {
  return Object.fromEntries(compared.map((world) => [world, of(world)]));
}
