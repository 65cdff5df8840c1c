import type { Method } from "../../schemas/plan/method.ts";

/** A method that puts leads into the lead pool, where agents take them themselves: freely (C9) or between guard rails (C10). */
export type PoolMethod = Extract<Method, { readonly type: "pool" | "cherryPick" }>;

export function postsToPool(method: Method): method is PoolMethod {
  return method.type === "pool" || method.type === "cherryPick";
}
