import type { HttpReply, HttpRequest } from "../../shared/runtime/http/http.ts";
import { invalid } from "../../shared/runtime/http/problem.ts";

const standardLimit = 100;
const highestLimit = 500;

/** `?limit=`, 1 to 500, 100 when left out. */
export function limitOf({ query }: HttpRequest): number {
  const limit = query.limit === undefined ? standardLimit : Number(query.limit);
  if (Number.isInteger(limit) && limit >= 1 && limit <= highestLimit) return limit;
  throw invalid([{ pointer: "/limit", detail: `use a whole number from 1 to ${highestLimit}` }]);
}

/** One page of a list that is in memory already, in order of ids; the cursor is the last id shown. */
export function pageOf<T>(all: ReadonlyMap<string, T>, request: HttpRequest) {
  const limit = limitOf(request);
  const after = request.query.cursor === undefined ? "" : Buffer.from(request.query.cursor, "base64url").toString();
  const rest = [...all].filter(([id]) => id > after).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const shown = rest.slice(0, limit);
  const last = rest.length > limit ? shown.at(-1)?.[0] : undefined;
  return {
    items: shown.map(([, item]) => item),
    ...(last !== undefined && { nextCursor: Buffer.from(last).toString("base64url") }),
  };
}

/** A page of a list, as it is. */
export function listReply<T>(all: ReadonlyMap<string, T>, request: HttpRequest): HttpReply {
  return { status: 200, body: pageOf(all, request) };
}
