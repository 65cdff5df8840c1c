import type { FindingTexts } from "./finding-texts.ts";
import { areaTextsEn } from "./texts/area-texts-en.ts";
import { conditionTextsEn } from "./texts/condition-texts-en.ts";
import { limitTextsEn } from "./texts/limit-texts-en.ts";
import { pickTextsEn } from "./texts/pick-texts-en.ts";
import { ruleTextsEn } from "./texts/rule-texts-en.ts";
import { teamTextsEn } from "./texts/team-texts-en.ts";

export const findingTextsEn: FindingTexts = {
  ...conditionTextsEn,
  ...teamTextsEn,
  ...areaTextsEn,
  ...ruleTextsEn,
  ...limitTextsEn,
  ...pickTextsEn,
};
