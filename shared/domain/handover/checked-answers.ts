import type { Criterion } from "../../schemas/plan/checklists.ts";
import type { Found } from "./readiness.ts";

export interface AnswerProblem {
  /** JSON pointer into the request's body. */
  readonly pointer: string;
  readonly detail: string;
}

/** What is wrong with these answers: a criterion that is not on the list, or another kind of answer than it takes. */
export function answerProblems(criteria: readonly Criterion[], answers: Found): readonly AnswerProblem[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const criterion = criteria.find((each) => each.id === id);
    const detail = criterion === undefined ? unknownText(criteria) : mismatch(criterion, answer);
    return detail === undefined ? [] : [{ pointer: `/checklist/${escaped(id)}`, detail }];
  });
}

function unknownText(criteria: readonly Criterion[]): string {
  const known = criteria.map(({ id }) => id).join(", ");
  return known === "" ? "this lead's checklist has no criteria" : `not on this lead's checklist; it has ${known}`;
}

/** Every criterion may be ticked off, or found not to hold; text may be a number. */
function mismatch({ id, type }: Criterion, answer: Found[string]): string | undefined {
  if (typeof answer === "boolean") return undefined;
  switch (type) {
    case "yesNo":
      return "answer true or false";
    case "number":
      return typeof answer === "number"
        ? undefined
        : `${id} takes a number such as 5; true only ticks it off, false says that it does not hold`;
    case "text":
      return undefined;
  }
}

/** As JSON pointers write it. */
function escaped(id: string): string {
  return id.replaceAll("~", "~0").replaceAll("/", "~1");
}
