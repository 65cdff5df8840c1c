import type { Agent } from "../../schemas/agent.ts";
import type { Area } from "../../schemas/area.ts";
import { interest } from "../../schemas/lead/lead.ts";
import type { MatchedSkill, PoolFilter } from "../../schemas/plan/pool-filter.ts";
import { sizeRange } from "./company-size.ts";
import { anyLead, comparableSkill, type LeadToMatch, languagesOf, standardSkill } from "./pools/matched-values.ts";

/** Areas times languages times skills soon are more than anybody looks at. */
const mostMatches = 1000;

/**
 * Leads that stand for the pools a filter makes: one for each area, for each language or none, and for each skill that
 * somebody has and that such a fact can be; the first thousand. There may be more pools: for leads in several areas at
 * once, say.
 */
export function possibleMatches(
  filter: PoolFilter,
  areas: ReadonlyMap<string, Area>,
  agents: ReadonlyMap<string, Agent>,
): readonly LeadToMatch[] {
  const team = [...agents.values()];
  const languages = filter.languages === undefined ? [] : [...new Set(team.flatMap(languagesOf))].sort();
  const skills = [...new Set(team.flatMap((agent) => agent.skills ?? []).map(comparableSkill))].sort();
  const starts = filter.areas === undefined ? [anyLead] : [...areas.keys()].map((id) => ({ ...anyLead, areas: [id] }));
  const spoken = starts.flatMap((lead) => [lead, ...languages.map((language) => withFacts(lead, { language }))]);
  return (filter.matchSkills ?? []).reduce(
    (leads, field) => {
      const values = [...new Set(skills.map((skill) => standardSkill(field, skill)))];
      return leads.flatMap((lead) => values.flatMap((skill) => withSkill(lead, field, skill))).slice(0, mostMatches);
    },
    spoken.slice(0, mostMatches),
  );
}

function withSkill(lead: LeadToMatch, field: MatchedSkill, skill: string): readonly LeadToMatch[] {
  const { company } = lead.facts;
  switch (field) {
    case "companySize":
      return sizeRange(skill) === undefined ? [] : [withFacts(lead, { company: { ...company, size: skill } })];
    case "industry":
      return [withFacts(lead, { company: { ...company, industry: skill } })];
    case "interest": {
      const known = interest.safeParse(skill);
      return known.success ? [withFacts(lead, { interest: known.data })] : [];
    }
    default:
      return [withFacts(lead, { [field]: skill })];
  }
}

function withFacts(lead: LeadToMatch, facts: LeadToMatch["facts"]): LeadToMatch {
  return { ...lead, facts: { ...lead.facts, ...facts } };
}
