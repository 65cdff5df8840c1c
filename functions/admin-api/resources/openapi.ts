import type { RouteHandler } from "../../../shared/runtime/http/http.ts";

/** `GET /v1/openapi.json`. Loaded when somebody asks: no other request pays for reading it. */
export const openApiRoute: RouteHandler = async () => {
  const { default: document } = await import("../../../docs/openapi.json", { with: { type: "json" } });
  return { status: 200, body: document };
};
