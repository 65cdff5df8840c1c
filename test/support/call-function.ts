import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { expect } from "vitest";
import type { Group } from "../../shared/contract/groups.ts";
import { type FunctionRoutes, httpFunction } from "../../shared/runtime/http/http-function.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { undocumented } from "./documented.ts";

export interface Call {
  readonly as?: { readonly username: string; readonly groups: readonly Group[] };
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const admin = { username: "admin", groups: ["admin"] as const };

/** Calls an HTTP function's route as API Gateway would, signed in as an admin unless told otherwise. */
export function caller(name: string, routes: FunctionRoutes, ports: Ports) {
  const handler = httpFunction(name, routes, ports);
  return async (route: string, call: Call = {}): Promise<Answer> => {
    const { username, groups } = call.as ?? admin;
    const event: APIGatewayProxyEventV2 = {
      version: "2.0",
      routeKey: route,
      rawPath: "",
      rawQueryString: "",
      headers: { "content-type": "application/json", ...call.headers },
      pathParameters: { ...call.params },
      queryStringParameters: { ...call.query },
      isBase64Encoded: false,
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      requestContext: requestContext({ token_use: "access", username, "cognito:groups": `[${groups.join(" ")}]` }),
    };
    const result = await handler(event, {} as Context);
    const body: unknown = result.body === undefined ? undefined : JSON.parse(result.body);
    const answer = { status: result.statusCode ?? 0, headers: result.headers ?? {}, body };
    expect(undocumented(route, answer), "the API's description").toEqual([]);
    return answer;
  };
}

function requestContext(claims: Readonly<Record<string, string>>) {
  const http = { method: "", path: "", protocol: "", sourceIp: "192.0.2.1", userAgent: "" };
  const common = { accountId: "", apiId: "", domainName: "", domainPrefix: "", requestId: "", routeKey: "" };
  return { ...common, http, stage: "$default", time: "", timeEpoch: 0, authorizer: { jwt: { claims, scopes: [] } } };
}
