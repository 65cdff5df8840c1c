import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { routes } from "../../../shared/contract/routes.ts";
import type { Asked } from "./world.ts";

/** The event that API Gateway would send (payload 2.0), with the claims of a verified token. */
export function apiEvent(method: string, path: string, { as, body, headers = {} }: Asked): APIGatewayProxyEventV2 {
  const [rawPath = "", rawQueryString = ""] = path.split("?");
  const matched = match(method, rawPath);
  const person = as && "person" in as ? as : undefined;
  const authorization = as && "key" in as ? { authorization: `Bearer ${as.key}` } : {};
  return {
    version: "2.0",
    routeKey: matched.route,
    rawPath,
    rawQueryString,
    headers: { "content-type": "application/json", ...authorization, ...headers },
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    pathParameters: matched.parameters,
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    requestContext: {
      ...{ accountId: "0", apiId: "api", domainName: "localhost", domainPrefix: "localhost", requestId: "r" },
      ...{ routeKey: matched.route, stage: "$default", time: "", timeEpoch: 0 },
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      ...(person && { authorizer: { jwt: { claims: claims(person), scopes: [] } } }),
    },
  } as APIGatewayProxyEventV2;
}

function claims({ person, groups }: { readonly person: string; readonly groups: readonly string[] }) {
  return { token_use: "access", username: person, "cognito:groups": `[${groups.join(" ")}]` };
}

function match(method: string, path: string): { route: string; parameters: Record<string, string> } {
  for (const { route } of routes) {
    const [verb, pattern = ""] = route.split(" ");
    const found = verb === method && new RegExp(`^${pattern.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(path);
    if (found) return { route, parameters: { ...found.groups } };
  }
  throw new Error(`no route for ${method} ${path}`);
}
