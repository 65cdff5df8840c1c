import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Authorization } from "./jwt-authorizer.ts";
import type { RouteMatch } from "./route-table.ts";

interface Options {
  readonly apiId: string;
  readonly account: string;
  /** Epoch ms, virtual. */
  readonly now: number;
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly match: RouteMatch;
  readonly authorizer: Authorization | undefined;
}

const plainText = /^(text\/|application\/(json|javascript|xml)|application\/[^;]+\+(json|xml))/;

/** An event in API Gateway's payload format 2.0, as JSON text. */
export function httpEvent({ apiId, account, now, request, body, match, authorizer }: Options): string {
  const [path = "/", ...rest] = (request.url ?? "/").split("?");
  const rawQueryString = rest.join("?");
  const headers = headersOf(request);
  const cookies = request.headers.cookie?.split(/;\s*/);
  const isBase64Encoded = body.length > 0 && !isText(headers);
  const query = queryOf(new URLSearchParams(rawQueryString));
  return JSON.stringify({
    version: "2.0",
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString,
    ...(cookies === undefined ? {} : { cookies }),
    headers,
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    ...(Object.keys(match.pathParameters).length === 0 ? {} : { pathParameters: match.pathParameters }),
    requestContext: {
      accountId: account,
      apiId,
      ...(authorizer === undefined ? {} : { authorizer }),
      domainName: headers.host ?? "127.0.0.1",
      domainPrefix: apiId,
      http: {
        method: request.method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: "$default",
      time: accessLogTime(now),
      timeEpoch: now,
    },
    ...(body.length === 0 ? {} : { body: body.toString(isBase64Encoded ? "base64" : "utf8") }),
    isBase64Encoded,
  });
}

/** Names in lower case, repeated headers joined by commas; cookies travel apart. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headersDistinct)
    .filter(([name]) => name !== "cookie" && name !== "connection")
    .map(([name, values]): [string, string] => [name, (values ?? []).join(",")]);
  return {
    ...Object.fromEntries(entries),
    "x-forwarded-for": request.socket.remoteAddress ?? "127.0.0.1",
    "x-forwarded-port": `${request.socket.localPort ?? 80}`,
    "x-forwarded-proto": "http",
  };
}

/** Everything but text, JSON and XML arrives in base64: urlencoded and multipart forms too. */
const isText = (headers: Readonly<Record<string, string>>): boolean =>
  headers["content-encoding"] === undefined && plainText.test(headers["content-type"] ?? "application/json");

function queryOf(parameters: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of new Set(parameters.keys())) values[name] = parameters.getAll(name).join(",");
  return values;
}

/** `21/Nov/2026:23:07:18 +0000` */
function accessLogTime(now: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
