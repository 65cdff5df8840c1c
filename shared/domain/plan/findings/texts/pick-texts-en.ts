import { few } from "../few.ts";
import type { FindingTexts } from "../finding-texts.ts";

const metrics = {
  conversion: "Conversion",
  minutesToContact: "Minutes to the first contact",
  target: "Sales target",
} as const;
const delay = (given: string): string => (given === "assignedOnly" ? "never" : `after ${given}`);

export const pickTextsEn = {
  usualGuardRails: () => [
    "The usual guard rails apply to picking: 10 leads a day, 3 in an hour, after 2 hot ones another, contact within 2 hours.",
    'Say under cherryPick what is to apply; "cherryPick: {}" confirms the usual ones.',
  ],
  guardRailsUnused: () => [
    "These guard rails apply to no lead: no rule lets agents pick.",
    "Give a rule the method cherryPick, or leave the block out.",
  ],
  pickWithoutWindow: () => [
    "When nobody picks the lead, nobody is asked either: it stays where it is.",
    'Set claimWithin, such as "PT2H", and under then or managerId who gets it after that.',
  ],
  pickWithoutScores: () => [
    "All leads have the same score: the list does not show which are worth it.",
    "Give points under scoring.rules; if all your leads are equally good indeed, let agents take turns.",
  ],
  tooFewToPick: ({ count }) => [
    `Only ${count === 1 ? "one person picks" : `${count} people pick`} leads here: what they do not want nobody takes.`,
    "With fewer than 6 people let them take turns (roundRobin).",
  ],
  newcomersPick: ({ ids }) => [
    `Still ramping up: ${few(ids)}. Who is new can hardly tell which lead suits them.`,
    "Take them out of the rule's pool and give them leads in turn until their ramp is over.",
  ],
  accessBarsWrongWay: ({ metric, first, third }) => [
    `${metrics[metric]}: ${first} is enough for the first tier, and whoever is ${metric === "minutesToContact" ? "above" : "below"} ${third} is in the third. Like this there is no second.`,
    `Set first.${metric} ${metric === "minutesToContact" ? "below" : "above"} third.${metric}; perhaps the two are only swapped.`,
  ],
  accessDelaysWrongWay: ({ second, last }) => [
    `The second tier may pick later (${delay(second)}) than the third (${delay(last)}): who is better comes after.`,
    'Set second shorter than last, such as "PT15M" and "PT1H"; perhaps the two are only swapped.',
  ],
  idleQuota: ({ idle, most, by, counts }) => [
    `${idle}: ${most} is never reached, since ${by} allows only ${counts}.`,
    `Lower ${idle} to ${counts} at most, set ${by} to ${most} at least, or switch ${idle} off with false.`,
  ],
} satisfies Partial<FindingTexts>;
