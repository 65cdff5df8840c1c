import type { HttpRequest } from "../../shared/runtime/http/http.ts";
import { preconditionFailed } from "../../shared/runtime/http/problem.ts";
import type { Expected } from "../../shared/usecases/configuration/outcome.ts";

/**
 * Which version the caller has seen: `If-Match: "3"` that one, `*` any, `If-None-Match: *` none, no header whatever there
 * is. A tag that is none of ours cannot match.
 */
export function expectedVersion({ headers }: HttpRequest): Expected {
  if (headers["if-none-match"]?.trim() === "*") return 0;
  const tag = headers["if-match"]?.trim();
  if (tag === undefined || tag === "") return undefined;
  if (tag === "*") return "any";
  const version = /^(?:W\/)?"?([1-9]\d{0,14})"?$/.exec(tag)?.[1];
  if (version === undefined) throw preconditionFailed(undefined);
  return Number(version);
}

export function etag({ version }: { readonly version: number }): Readonly<Record<string, string>> {
  return { etag: `"${version}"` };
}

/** For deletions: throws 412 if the caller has seen another version than the one that stands. */
export function mustBeCurrent(request: HttpRequest, standing: { readonly version: number } | undefined): void {
  const expected = expectedVersion(request);
  if (typeof expected === "number" && standing && standing.version !== expected) {
    throw preconditionFailed(standing.version);
  }
}
