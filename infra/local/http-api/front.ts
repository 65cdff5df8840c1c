import type { IncomingMessage, ServerResponse } from "node:http";
import type { Issuer } from "../identity/issuer.ts";
import type { Functions } from "../lambda/functions.ts";
import type { HttpApi } from "./api-resource.ts";
import { corsHeaders } from "./cors.ts";
import { httpEvent } from "./event.ts";
import { authorize } from "./jwt-authorizer.ts";
import { answerMessage, answerResult } from "./response.ts";
import { createRouteTable } from "./route-table.ts";

/** Answers a request of the API. */
export type HttpFront = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Options {
  readonly api: HttpApi;
  readonly account: string;
  readonly issuer: Issuer;
  readonly functions: Functions;
  readonly now: () => number;
}

/** Bytes API Gateway takes. */
const largestBody = 10 * 1024 * 1024;

/** API Gateway in front of the functions: CORS, routes, JWT authorizer, events and answers in payload format 2.0. */
export function createHttpFront({ api, account, issuer, functions, now }: Options): HttpFront {
  const findRoute = createRouteTable(api.routes);

  return async (request, response) => {
    for (const [name, value] of Object.entries(corsHeaders(api.cors, request))) response.setHeader(name, value);
    const method = request.method ?? "GET";
    const match = findRoute(method, (request.url ?? "/").split("?")[0] ?? "/");
    if (api.cors !== undefined && method === "OPTIONS" && match?.route.key.startsWith("OPTIONS ") !== true) {
      response.writeHead(204).end();
      return;
    }
    if (match === undefined) return answerMessage(response, 404, "Not Found");

    const body = await readBody(request);
    if (body === undefined) return answerMessage(response, 413, "Request Entity Too Large", { connection: "close" });
    const judgement = await authorize(match.route, request.headers.authorization, issuer);
    if (judgement.kind === "forbidden") return answerMessage(response, 403, "Forbidden");
    if (judgement.kind === "unauthorized") {
      const { description } = judgement;
      const error = description === "" ? "" : ` scope="" error="invalid_token" error_description="${description}"`;
      return answerMessage(response, 401, "Unauthorized", { "www-authenticate": `Bearer${error}` });
    }
    const authorizer = judgement.kind === "allowed" ? judgement.authorizer : undefined;
    const event = httpEvent({ apiId: api.id, account, now: now(), request, body, match, authorizer });
    const reply = await functions.invoke(match.route.functionArn, event);
    if ("error" in reply) return answerMessage(response, 500, "Internal Server Error");
    answerResult(response, reply.payload);
  };
}

/** The whole body; undefined when it is larger than API Gateway takes (then the rest is read and dropped). */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size <= largestBody ? Buffer.concat(chunks) : undefined;
}
