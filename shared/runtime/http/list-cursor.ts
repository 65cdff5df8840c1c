import { createHash } from "node:crypto";
import type { HttpReply, HttpRequest } from "./http.ts";
import { invalid } from "./problem.ts";

/** Enough that a cursor of another list, or a mistyped one, is not taken for one of this; it keeps no secret. */
const sealLength = 8;

/**
 * The request with the list's own cursor in place of the sealed one that callers see. Throws 422 for one that this list,
 * with these filters, never gave: it would begin anew or end at once, and nobody would notice. An empty one is none.
 */
export function withOpenedCursor<R extends HttpRequest>(request: R): R {
  const { cursor: sealed, ...query } = request.query;
  if (sealed === undefined) return request;
  if (sealed === "") return { ...request, query };
  const text = Buffer.from(sealed, "base64url").toString();
  const cursor = text.slice(sealLength);
  if (text.slice(0, sealLength) !== sealOf(request, cursor)) {
    const detail = "use the nextCursor of the page before, with the same filters; leave it out for the first page";
    throw invalid([{ pointer: "/cursor", detail }]);
  }
  return { ...request, query: { ...query, cursor } };
}

/** The reply with its `nextCursor` sealed for this list, if it has one. */
export function withSealedCursor(reply: HttpReply, request: HttpRequest): HttpReply {
  const { body } = reply;
  if (typeof body !== "object" || body === null || !("nextCursor" in body)) return reply;
  const { nextCursor } = body;
  if (typeof nextCursor !== "string") return reply;
  const sealed = Buffer.from(`${sealOf(request, nextCursor)}${nextCursor}`).toString("base64url");
  return { ...reply, body: { ...body, nextCursor: sealed } };
}

/** Follows from the list, its filters and the cursor itself; how long pages are may change on the way. */
function sealOf({ route, params, query }: HttpRequest, cursor: string): string {
  const { cursor: _sealed, limit: _limit, ...filters } = query;
  const place = [route, ...Object.entries(params).sort(), ...Object.entries(filters).sort()];
  return createHash("sha256")
    .update(JSON.stringify([place, cursor]))
    .digest("base64url")
    .slice(0, sealLength);
}
