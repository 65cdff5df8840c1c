import type { HttpRequest } from "../../shared/runtime/http/http.ts";
import { invalid } from "../../shared/runtime/http/problem.ts";

/** The value without the members that only we set, so that what was read can be changed and sent back as it is. */
export function withoutReadOnly(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** The body without `id`, `version` and the others named. `id` repeats the path's: another one there is a mistake. */
export function writable({ body, params }: HttpRequest, id: string, others: readonly string[] = []): unknown {
  if (typeof body === "object" && body !== null && id in body && Reflect.get(body, id) !== params.id) {
    throw invalid([{ pointer: `/${id}`, detail: "is not the id in the path" }]);
  }
  return withoutReadOnly(body, ["version", id, ...others]);
}
