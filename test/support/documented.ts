import { routes } from "../../shared/contract/routes.ts";
import { problem } from "../../shared/openapi/answers/problem.ts";
import { problemsOf } from "../../shared/openapi/document/problems.ts";
import { resources } from "../../shared/openapi/resources.ts";

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/**
 * What the API's description does not say of an answer: a status it does not name, a field it does not know, a value that
 * is none of its own. Empty when the answer is as described. Bodies as they come over the wire.
 */
export function undocumented(routeKey: string, { status, body }: Answered): readonly string[] {
  const route = routes.find((each) => each.route === routeKey);
  const operation = resources.map(({ operations }) => operations[routeKey]).find((each) => each !== undefined);
  if (!route || !operation) return [`${routeKey} is not described`];
  if (status >= 500) return [];
  if (status >= 400 && !(status in operation.answers)) {
    const known = Object.keys(problemsOf(route, operation)).includes(String(status));
    return [...(known ? [] : [`${routeKey} answers ${status}`]), ...misfits(problem.schema.safeParse(body))];
  }
  const answer = operation.answers[status];
  if (!answer) return [`${routeKey} answers ${status}`];
  if (answer.schema)
    return typeof body === "string" && (answer.page || answer.csv) ? [] : misfits(answer.schema.schema.safeParse(body));
  return body === undefined || answer.page || typeof body === "string" ? [] : [`${routeKey} has a body`];
}

function misfits({ error }: ReturnType<typeof problem.schema.safeParse>): readonly string[] {
  return (error?.issues ?? []).map((issue) => `/${issue.path.join("/")}: ${issue.message}`);
}
