import type { JWTPayload } from "jose";
import type { Issuer } from "../identity/issuer.ts";
import type { ApiRoute } from "./api-resource.ts";

/** What the function finds in `requestContext.authorizer`. */
export interface Authorization {
  readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };
}

export type Judgement =
  | { readonly kind: "open" }
  | { readonly kind: "allowed"; readonly authorizer: Authorization }
  | { readonly kind: "unauthorized"; readonly description: string }
  | { readonly kind: "forbidden" };

/** Judges a request as API Gateway's JWT authorizer does: signature, issuer, expiry, audience (or `client_id`), scopes. */
export async function authorize(route: ApiRoute, header: string | undefined, issuer: Issuer): Promise<Judgement> {
  if (route.authorizer === undefined) return { kind: "open" };
  const token = header?.replace(/^Bearer\s+/i, "");
  if (token === undefined || token === "") return { kind: "unauthorized", description: "" };
  const claims = await issuer.verify(token, route.authorizer.issuer).catch(() => undefined);
  if (claims === undefined) return { kind: "unauthorized", description: "the token is not valid" };
  const audience = [claims.aud ?? claims.client_id].flat();
  if (!audience.some((entry) => route.authorizer?.audience.includes(String(entry)))) {
    return { kind: "unauthorized", description: "the token does not have a valid audience" };
  }
  const scopes = String(claims.scope ?? "").split(" ");
  if (route.scopes.length > 0 && !route.scopes.some((scope) => scopes.includes(scope))) return { kind: "forbidden" };
  return {
    kind: "allowed",
    authorizer: { jwt: { claims: flatten(claims), scopes: route.scopes.length > 0 ? route.scopes : null } },
  };
}

/** API Gateway hands every claim on as text; a list becomes `[agent leader]`. */
const flatten = (claims: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(" ")}]` : String(value),
    ]),
  );
