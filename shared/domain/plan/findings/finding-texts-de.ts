import type { FindingTexts } from "./finding-texts.ts";
import { areaTextsDe } from "./texts/area-texts-de.ts";
import { conditionTextsDe } from "./texts/condition-texts-de.ts";
import { limitTextsDe } from "./texts/limit-texts-de.ts";
import { pickTextsDe } from "./texts/pick-texts-de.ts";
import { ruleTextsDe } from "./texts/rule-texts-de.ts";
import { teamTextsDe } from "./texts/team-texts-de.ts";

export const findingTextsDe: FindingTexts = {
  ...conditionTextsDe,
  ...teamTextsDe,
  ...areaTextsDe,
  ...ruleTextsDe,
  ...limitTextsDe,
  ...pickTextsDe,
};
