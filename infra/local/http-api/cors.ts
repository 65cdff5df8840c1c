import type { IncomingMessage } from "node:http";
import type { Cors } from "./api-resource.ts";

const allowed = (list: readonly string[], origin: string): string | undefined =>
  list.includes("*") ? "*" : list.find((entry) => entry.toLowerCase() === origin.toLowerCase()) && origin;

/** The headers API Gateway adds to an answer when the API has a CORS configuration and allows the request's origin. */
export function corsHeaders(cors: Cors | undefined, request: IncomingMessage): Record<string, string> {
  const { origin } = request.headers;
  if (cors === undefined || origin === undefined) return {};
  const allowOrigin = allowed(cors.AllowOrigins, origin);
  if (allowOrigin === undefined) return {};
  const preflight = request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;
  return {
    "access-control-allow-origin": allowOrigin,
    ...(allowOrigin === "*" ? {} : { vary: "origin" }),
    ...(cors.AllowCredentials ? { "access-control-allow-credentials": "true" } : {}),
    ...(cors.ExposeHeaders.length > 0 ? { "access-control-expose-headers": cors.ExposeHeaders.join(",") } : {}),
    ...(preflight
      ? {
          "access-control-allow-methods": cors.AllowMethods.join(","),
          "access-control-allow-headers": cors.AllowHeaders.join(","),
          ...(cors.MaxAge === undefined ? {} : { "access-control-max-age": `${cors.MaxAge}` }),
        }
      : {}),
  };
}
