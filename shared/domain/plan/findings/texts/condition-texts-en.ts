import { few } from "../few.ts";
import type { FindingTexts } from "../finding-texts.ts";
import { impossibleEn, valuesEn } from "./impossible-texts-en.ts";

export const conditionTextsEn = {
  unknownField: ({ field, only, meant }) => {
    if (only !== undefined) return [`${placesEn[only]} may ask for ${field}, but not this one.`, fixesEn[only]];
    return [
      `Leads have no field ${field}.`,
      meant === undefined
        ? "Correct its name; your own fields are under custom."
        : `Did you mean ${meant}? Your own fields are under custom.`,
    ];
  },
  neverMatches: ({ field, because }) =>
    impossibleEn(field, because) ?? [
      `No lead can ever match: the conditions on ${field} contradict each other.`,
      "Check the limits, or use “any” instead of “all”.",
    ],
  neverReached: ({ by }) => [
    `This rule is unreachable: “${by}” before it takes all of its leads.`,
    "Move this rule up, give the earlier one a narrower condition, or let it overflow to the next.",
  ],
  reachedOnOverflow: ({ by }) => [
    `This rule is unreachable as long as anybody in “${by}” can take the lead.`,
    "Move this rule up if its leads should not go there first.",
  ],
  nobodyHandedOver: ({ most }) => [
    `No lead is ever handed over to sales: the most points a lead can get are ${most}.`,
    "Lower scoring.handoverAt, or give more points.",
  ],
  everybodyHandedOver: ({ least }) => [
    `Every lead is handed over at once: none has fewer than ${least} points.`,
    "Raise scoring.handoverAt, or leave it out.",
  ],
  neverHot: ({ most }) => [
    `No lead is hot by its score: the most points a lead can get are ${most}.`,
    "Lower scoring.hot, or give more points.",
  ],
  unknownArea: ({ id }) => [`There is no area ${id}.`, "Add the area, or correct the id in the condition."],
  unknownSource: ({ id }) => [`There is no source ${id}.`, "Add the source, or correct the id in the condition."],
  unknownSkill: ({ id }) => [
    `Nobody has the skill ${id}.`,
    "Give it to the agents who have it, or correct its spelling.",
  ],
  neverHolds: ({ field, because }) =>
    impossibleEn(field, because, "This part never holds") ?? ["This part never holds.", "Correct it, or leave it out."],
  unknownValue: ({ field, value, has, excludes, meant }) => [
    `${field} is never “${value}”${excludes ? ": nothing is excluded by it" : ""}.`,
    valuesEn(field, { has, meant }),
  ],
  alwaysMatches: () => [
    "Every lead meets this condition.",
    "Leave “when” out if that is meant; to exclude several things at once use “nin”, or “all” instead of “any”.",
  ],
  scoreOutOfReach: ({ least, most }) => [
    least === most
      ? `No lead gets such a score: scoring gives each the same ${most} points.`
      : `No lead gets such a score: scoring gives ${least} to ${most} points.`,
    "Change the limit, or give more points under scoring.rules.",
  ],
  codeWithoutZero: ({ codes }) => [
    `German postal codes have five digits: ${few(codes)} lost the zero in front.`,
    `Write ${few(codes.map((code) => `"0${code}"`))}; for another country ask for country too.`,
  ],
  strangeCodes: ({ codes }) => [
    `No German place has a postal code like ${few(codes)}.`,
    "Check how it is written; only PO boxes and single firms have codes that we do not know.",
  ],
  phoneForm: ({ field }) => [
    `${field} is kept in the international form, so nothing begins like this.`,
    "Begin with + and the country code: “+4930” for Berlin.",
  ],
  largeAmount: ({ field, amount }) => [
    `${field} is compared with ${amount.toLocaleString("en")}: amounts count whole units, not cents.`,
    `If cents were meant, write ${(amount / 100).toLocaleString("en", { useGrouping: false })}.`,
  ],
} satisfies Partial<FindingTexts>;

const placesEn = { rules: "Rules", scoring: "Conditions for points", progressive: "Progressive rules" } as const;
const fixesEn = {
  rules: "Ask for it in a rule.",
  scoring: "Give points for it under scoring.rules, and ask for score here.",
  progressive: "Make it a progressive rule: only there it is known what the person just did.",
} as const;
