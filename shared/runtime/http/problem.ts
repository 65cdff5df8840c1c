import type * as z from "zod";
import { problemsOf } from "./invalid-fields.ts";

/** One invalid place of the request: a JSON pointer into the body, and what to do about it. */
export interface ProblemError {
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemInput {
  readonly status: number;
  /** Last part of the stable `type`. */
  readonly type: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members, such as the lead's present `leadStatus`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export const problemTypes = "https://fairlead.dev/problems";

/** An answer that is not a success, as RFC 9457 `application/problem+json`. Thrown by handlers, mapped at the edge. */
export class HttpProblem extends Error {
  readonly problem: ProblemInput;

  constructor(problem: ProblemInput) {
    super(problem.detail ?? problem.title);
    this.name = "HttpProblem";
    this.problem = problem;
  }

  toJSON(): Record<string, unknown> {
    const { status, type, title, detail, errors, extra } = this.problem;
    return { type: `${problemTypes}/${type}`, title, status, detail, errors, ...extra };
  }
}

export const badRequest = (detail: string) =>
  new HttpProblem({ status: 400, type: "malformed", title: "The request cannot be read", detail });

export const unauthorized = (detail: string) =>
  new HttpProblem({
    status: 401,
    type: "unauthorized",
    title: "Who are you?",
    detail,
    headers: { "www-authenticate": "Bearer" },
  });

export const forbidden = (detail: string) =>
  new HttpProblem({ status: 403, type: "forbidden", title: "Not allowed", detail });

/** The same for what does not exist and for what the caller may not see. */
export const notFound = (what: string) =>
  new HttpProblem({
    status: 404,
    type: "not-found",
    title: "Not found",
    detail: `There is no such ${what}, or it is not yours.`,
  });

/** The lead (or thing) is in a status that does not allow the action. */
export const wrongState = (currentStatus: string, detail: string, extra: Record<string, unknown> = {}) =>
  new HttpProblem({
    status: 409,
    type: "wrong-state",
    title: "Not possible in this status",
    detail,
    extra: { currentStatus, ...extra },
  });

export const conflict = (type: string, detail: string, retryAfterSeconds?: number) =>
  new HttpProblem({
    status: 409,
    type,
    title: "Conflict",
    detail,
    ...(retryAfterSeconds === undefined ? {} : { headers: { "retry-after": String(retryAfterSeconds) } }),
  });

export const preconditionFailed = (currentVersion: number | undefined) =>
  new HttpProblem({
    status: 412,
    type: "stale",
    title: "Somebody else has changed it",
    detail: "If-Match names another version than the stored one. Read it again, then repeat your change.",
    extra: { currentVersion },
  });

export const tooLarge = (limitBytes: number) =>
  new HttpProblem({
    status: 413,
    type: "too-large",
    title: "The body is too large",
    detail: `At most ${Math.floor(limitBytes / 1024)} KB are accepted.`,
  });

export const invalid = (errors: readonly ProblemError[], title = "Some fields need another value") =>
  new HttpProblem({
    status: 422,
    type: "invalid",
    title,
    detail: allDetails(errors),
    errors,
  });

/** What is wrong at all the places, in one text. */
export const allDetails = (errors: readonly ProblemError[]): string =>
  errors.map(({ pointer, detail }) => `${pointer || "/"}: ${detail}`).join("; ");

export const tooMany = (retryAfterSeconds: number, detail: string, headers: Record<string, string> = {}) =>
  new HttpProblem({
    status: 429,
    type: "quota-exceeded",
    title: "Too many requests",
    detail,
    headers: { "retry-after": String(retryAfterSeconds), ...headers },
  });

export const unavailable = (detail: string, retryAfterSeconds: number) =>
  new HttpProblem({
    status: 503,
    type: "busy",
    title: "Try again in a moment",
    detail,
    headers: { "retry-after": String(retryAfterSeconds) },
  });

/** The parsed value, or a 422 that names every wrong field. */
export function parseOrThrow<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  throw invalid(problemsOf(parsed.error));
}
