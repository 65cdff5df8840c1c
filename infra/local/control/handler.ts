import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Endpoint, findEndpoint } from "./endpoints.ts";
import { Problem } from "./problem.ts";

const answer = (response: ServerResponse, status: number, type: string, value: unknown): void => {
  const body = JSON.stringify(value ?? {});
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "access-control-allow-origin": "*",
  });
  response.end(body);
};

/** Serves `/_local/*`; errors are problem+json with a reason, since only the developer reads them. */
export function createControlHandler(endpoints: Readonly<Record<string, Endpoint>>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const [path = "", query] = (request.url ?? "/").split("?");
      const endpoint = findEndpoint(endpoints, `${request.method} ${path}`);
      const body = parseJson(await text(request));
      answer(response, 200, "application/json", await endpoint({ query: new URLSearchParams(query), body }));
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(500, String(error));
      answer(response, problem.status, "application/problem+json", problem.body());
    }
  };
}

function parseJson(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem(400, "The body is not JSON.");
  }
}
