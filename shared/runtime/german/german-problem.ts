import { allDetails, type HttpProblem, type ProblemError } from "../http/problem.ts";
import { translationBy } from "./bilingual-text.ts";
import { fieldTexts } from "./field-texts.ts";
import { planTexts } from "./plan-texts.ts";
import { problemTexts } from "./problem-texts.ts";
import { words } from "./words.ts";

const ofField = translationBy([...planTexts, ...fieldTexts], words);
const ofProblem = translationBy(problemTexts, words);

/**
 * The problem as somebody reads it who prefers German: every wrong field of a 422, and what the most frequent problems say.
 * A text that has no German stays as it is, so that nothing is ever lost; `type`, pointers and values never change.
 */
export function inGerman(problem: ReturnType<HttpProblem["toJSON"]>): Record<string, unknown> {
  const { title, detail, errors } = problem;
  if (Array.isArray(errors)) {
    const german = errors.map(germanError);
    const said = detail === allDetails(errors) ? allDetails(german) : detail;
    return { ...problem, title: ofProblem(String(title)) ?? title, detail: said, errors: german };
  }
  const said = typeof detail === "string" ? ofProblem(detail) : undefined;
  return said === undefined ? problem : { ...problem, title: ofProblem(String(title)) ?? title, detail: said };
}

function germanError(error: ProblemError): ProblemError {
  return { ...error, detail: ofField(error.detail) ?? error.detail };
}
