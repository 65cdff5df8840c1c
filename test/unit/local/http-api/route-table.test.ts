import { describe, expect, it } from "vitest";
import { createRouteTable } from "../../../../infra/local/http-api/route-table.ts";

const keys = [
  "GET /v1/leads/{id}",
  "GET /v1/leads/mine",
  "ANY /v1/leads/{id}",
  "POST /v1/leads/{id}/{action}",
  "POST /v1/leads/{id}/accept",
  "GET /files/{proxy+}",
  "GET /",
];
const find = createRouteTable(keys.map((key) => ({ key, functionArn: key, authorizer: undefined, scopes: [] })));
const match = (method: string, path: string) => {
  const found = find(method, path);
  return found === undefined ? undefined : [found.route.key, found.pathParameters];
};

describe("route table", () => {
  it.each([
    ["GET", "/v1/leads/mine", "GET /v1/leads/mine", {}],
    ["GET", "/v1/leads/ld_1", "GET /v1/leads/{id}", { id: "ld_1" }],
    ["DELETE", "/v1/leads/ld_1", "ANY /v1/leads/{id}", { id: "ld_1" }],
    ["POST", "/v1/leads/ld_1/accept", "POST /v1/leads/{id}/accept", { id: "ld_1" }],
    ["POST", "/v1/leads/ld_1/decline", "POST /v1/leads/{id}/{action}", { id: "ld_1", action: "decline" }],
    ["GET", "/v1/leads/a%20b", "GET /v1/leads/{id}", { id: "a b" }],
    ["GET", "/files/a/b.css", "GET /files/{proxy+}", { proxy: "a/b.css" }],
    ["GET", "/", "GET /", {}],
  ])("%s %s → %s", (method, path, key, parameters) => {
    expect(match(method, path)).toEqual([key, parameters]);
  });

  it.each([
    ["GET", "/v1/leads"],
    ["GET", "/v1/leads/"],
    ["GET", "/v1/leads/a/b"],
    ["GET", "/files/"],
    ["PUT", "/v1/leads/a/accept"],
  ])("%s %s has no route", (method, path) => {
    expect(match(method, path)).toBeUndefined();
  });

  it("falls back to $default", () => {
    const withDefault = createRouteTable([{ key: "$default", functionArn: "f", authorizer: undefined, scopes: [] }]);
    expect(withDefault("GET", "/x")?.route.key).toBe("$default");
  });
});
