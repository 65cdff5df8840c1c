import { few } from "../few.ts";
import type { PoolGap } from "../pool-gap.ts";

/** What leaves nobody in a pool, and what to do about it. */
type GapText = readonly [message: string, fix: string];

export function poolGapEn(gap: PoolGap): GapText {
  const [lack, fix] = lackEn(gap);
  return [`Nobody is in this pool: ${lack}`, fix];
}

function lackEn(gap: PoolGap): GapText {
  switch (gap.lack) {
    case "team":
      return [`the team ${gap.team} has no members.`, "Move agents into it, or name another team."];
    case "role":
      return [
        `nobody there has the role ${gap.role} (${few(gap.others)} have others).`,
        "Set pool.role to theirs, or name them in pool.agents.",
      ];
    case "agents":
      return ["nobody of those named belongs to it.", "Check pool.agents, pool.team and pool.role."];
    case "active":
      return ["all who belong to it are inactive.", "Activate one of them, or name others."];
    case "tier":
      return [`nobody there has tier ${gap.tier}.`, "Give somebody this tier, or leave pool.tier out."];
    case "skills":
      return [
        `nobody there has ${gap.skills.join(" and ")} among the skills.`,
        "Give somebody these skills, or take them out of pool.skills.",
      ];
    case "specialists":
      return [
        `nobody there has a skill that a lead's ${gap.fields.join(" and ")} can be.`,
        "Give the specialists their skills, such as seller or luxury, or leave pool.matchSkills out.",
      ];
    case "areas":
      return ["nobody there works in an area.", "Give the agents their territories, or leave pool.areas out."];
    default:
      return gap satisfies never;
  }
}

export function poolGapDe(gap: PoolGap): GapText {
  const [lack, fix] = lackDe(gap);
  return [`In dieser Gruppe ist niemand: ${lack}`, fix];
}

function lackDe(gap: PoolGap): GapText {
  switch (gap.lack) {
    case "team":
      return [
        `Das Team ${gap.team} hat keine Mitglieder.`,
        "Tragen Sie das Team bei Maklern ein, oder nennen Sie ein anderes.",
      ];
    case "role":
      return [
        `Niemand dort hat die Rolle ${gap.role} (${few(gap.others)} haben andere).`,
        "Setzen Sie pool.role auf deren Rolle, oder nennen Sie sie in pool.agents.",
      ];
    case "agents":
      return ["Von den Genannten gehört niemand dazu.", "Prüfen Sie pool.agents, pool.team und pool.role."];
    case "active":
      return ["Alle, die dazugehören, sind nicht aktiv.", "Aktivieren Sie jemanden davon, oder nennen Sie andere."];
    case "tier":
      return [
        `Niemand dort hat die Stufe ${gap.tier}.`,
        "Geben Sie jemandem diese Stufe, oder lassen Sie pool.tier weg.",
      ];
    case "skills":
      return [
        `Niemand dort hat die Spezialisierung ${gap.skills.join(" und ")}.`,
        "Tragen Sie sie bei jemandem ein, oder nehmen Sie sie aus pool.skills.",
      ];
    case "specialists":
      return [
        `Niemand dort hat eine Spezialisierung, die ${gap.fields.join(" und ")} eines Leads sein kann.`,
        "Tragen Sie bei den Spezialisten etwa Verkäufer oder Luxus ein, oder lassen Sie pool.matchSkills weg.",
      ];
    case "areas":
      return [
        "Niemand dort arbeitet in einem Gebiet.",
        "Tragen Sie bei den Maklern ihre Gebiete ein, oder lassen Sie pool.areas weg.",
      ];
    default:
      return gap satisfies never;
  }
}
