import type { Agent } from "../../../schemas/agent.ts";
import type { SkipReason } from "../../../schemas/lead/decision.ts";
import type { NormalisedFacts } from "../../../schemas/lead/lead.ts";
import type { MatchedSkill, PoolFilter } from "../../../schemas/plan/pool-filter.ts";
import { standardIndustry } from "../../intake/facts/industry.ts";
import { standardInterest } from "../../intake/facts/interest.ts";
import { standardPropertyType } from "../../intake/facts/property-type.ts";
import { poolKeyOf } from "../../rotation/pool-key.ts";
import { holdsSize, sizeRange } from "../company-size.ts";
import { matchesLead } from "./for-any-lead.ts";

/** What a pool may look at of a lead. */
export interface LeadToMatch {
  /** Area ids. */
  readonly areas: readonly string[];
  readonly facts: Pick<NormalisedFacts, "language" | "interest" | "propertyType" | "product" | "company">;
}

/** A lead as a rotation looks at it: pools by source tell the sources apart (C4). */
export type LeadOfPool = LeadToMatch & { readonly sourceId?: string | undefined };

/** A lead of which nothing is known. */
export const anyLead: LeadToMatch = { areas: [], facts: {} };

/**
 * The lead's values that the filter matches (C5, C7), by name as they stand in the pool's key, each with those an agent
 * may have: one of them is needed. So every member of the pool fits every lead of it. A lead without areas, or without
 * a value that should be a skill, fits nobody; one without a language fits everybody.
 */
export type MatchedValues = Readonly<Record<string, readonly string[]>>;

export function matchedValues(
  filter: PoolFilter,
  { areas, facts }: LeadToMatch,
  agents: ReadonlyMap<string, Agent>,
): MatchedValues {
  const { language } = facts;
  return {
    ...(filter.areas !== undefined && { area: areas.toSorted() }),
    ...(filter.languages === "match" && language !== undefined && { language: [language.slice(0, 2)] }),
    ...Object.fromEntries((filter.matchSkills ?? []).map((field) => [field, skillsFor(field, facts, agents)])),
  };
}

/** The key of the pool that the rule makes for this lead. */
export function poolKeyFor(
  poolRule: string,
  filter: PoolFilter,
  lead: LeadToMatch,
  agents: ReadonlyMap<string, Agent>,
): string {
  if (!matchesLead(filter)) return poolRule;
  const matched = Object.entries(matchedValues(filter, lead, agents));
  return poolKeyOf(poolRule, Object.fromEntries(matched.map(([name, values]) => [name, values.join("+")])));
}

/** Why the agent does not fit leads with these values; undefined when the agent does. */
export function mismatch(agent: Agent, filter: PoolFilter, matched: MatchedValues): SkipReason | undefined {
  const { area, language } = matched;
  const specialised = (filter.matchSkills ?? []).every((field) => {
    const own = new Set(agent.skills?.map((skill) => standardSkill(field, skill)));
    return matched[field]?.some((wanted) => own.has(wanted));
  });
  if (!specialised) return "skill";
  if (language && !language.some((spoken) => languagesOf(agent).includes(spoken))) return "language";
  const works = filter.areas === "home" ? homeAreasOf(agent) : territoriesOf(agent);
  return area && !area.some((areaId) => works.includes(areaId)) ? "territory" : undefined;
}

/** The areas an agent works in: home and others alike. */
export function territoriesOf({ territories = [] }: Agent): readonly string[] {
  return "home" in territories ? [...territories.home, ...(territories.others ?? [])] : territories;
}

/** The agent's home areas (C7): all of them, when no difference is made. */
export function homeAreasOf({ territories = [] }: Agent): readonly string[] {
  return "home" in territories ? territories.home : territories;
}

/** The languages an agent speaks: that of the own messages when none are given. */
export function languagesOf({ languages, locale }: Agent): readonly string[] {
  return languages ?? [locale];
}

/** The skill as it is compared: however an admin typed it. */
export function comparableSkill(skill: string): string {
  return skill.trim().toLowerCase();
}

/** Whether the lead lacks a value that the filter looks for among the agents' skills. */
export function lacksSkillValue({ matchSkills = [] }: PoolFilter, { facts }: LeadToMatch): boolean {
  return matchSkills.some((field) => skillValue(field, facts) === undefined);
}

function skillValue(field: MatchedSkill, facts: LeadToMatch["facts"]): number | string | undefined {
  if (field === "companySize") return facts.company?.size;
  return field === "industry" ? facts.company?.industry : facts[field];
}

const standards: Readonly<Partial<Record<MatchedSkill, (text: string) => string | undefined>>> = {
  interest: standardInterest,
  propertyType: standardPropertyType,
  industry: standardIndustry,
};

/** The skill in the word that intake gives leads (A2): somebody's `Verkäufer` is the lead's `seller`. */
export function standardSkill(field: MatchedSkill, skill: string): string {
  return comparableSkill(standards[field]?.(skill) ?? skill);
}

function skillsFor(
  field: MatchedSkill,
  facts: LeadToMatch["facts"],
  agents: ReadonlyMap<string, Agent>,
): readonly string[] {
  const value = skillValue(field, facts);
  if (field === "companySize") return sizesFor(value, agents);
  return value === undefined ? [] : [standardSkill(field, String(value))];
}

/** Skills of a team that are sizes, such as `51-200`; found once for each team. */
const sizeSkills = new WeakMap<ReadonlyMap<string, Agent>, readonly string[]>();

function sizesFor(size: number | string | undefined, agents: ReadonlyMap<string, Agent>): readonly string[] {
  if (size === undefined) return [];
  const known = sizeSkills.get(agents) ?? [...new Set([...agents.values()].flatMap(sizesOf))].sort();
  sizeSkills.set(agents, known);
  return known.filter((skill) => holdsSize(sizeRange(skill), sizeRange(size)));
}

function sizesOf({ skills = [] }: Agent): readonly string[] {
  return skills.map(comparableSkill).filter((skill) => /^\d+\s*(?:\+|[-–]\s*\d+)$/.test(skill));
}
