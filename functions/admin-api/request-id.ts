import type { HttpRequest } from "../../shared/runtime/http/http.ts";
import { invalid } from "../../shared/runtime/http/problem.ts";
import { slug } from "../../shared/schemas/primitives.ts";

/** The id in the path of something that is being written; one that no admin may choose is a 422. */
export function newId(request: HttpRequest): string {
  const parsed = slug.safeParse(request.params.id);
  if (parsed.success) return parsed.data;
  throw invalid([{ pointer: "/id", detail: parsed.error.issues[0]?.message ?? "not an id" }]);
}

/** The id in the path of something that is looked for. */
export function givenId(request: HttpRequest): string {
  return request.params.id ?? "";
}

/** The caller's Idempotency-Key, if there is one. */
export function requestKeyOf(request: HttpRequest): string | undefined {
  return request.headers["idempotency-key"]?.trim() || undefined;
}
