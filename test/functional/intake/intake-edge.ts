import { readFileSync } from "node:fs";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { HttpReply, RouteHandler } from "../../../shared/runtime/http/http.ts";
import { HttpProblem } from "../../../shared/runtime/http/problem.ts";
import { readRequest } from "../../../shared/runtime/http/read-request.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { addSource, openDesk } from "./intake-desk.ts";

const sourceKey = "fl_src_example";
const visited = {
  when: { field: "engagement", op: "contains", value: "pricingPage" },
  points: 25,
  why: "asked the price",
};

/** A tenant whose `portal` has the key of the samples, and whose `website-contact` is a form. */
export async function openEdge(): Promise<MemoryPorts> {
  const ports = await openDesk({ plan: { scoring: { rules: [visited], handoverAt: 40 } } });
  await addSource(ports, "website-contact", { form: {}, country: "DE" });
  await putKey(ports, {});
  return ports;
}

export const putKey = (ports: MemoryPorts, more: { revokedAt?: number; validUntil?: number }): Promise<void> =>
  ports.config.putSourceKey(ports.secrets.digest(sourceKey), { sourceId: "portal", createdAt: 0, ...more });

export function sample(name: string): APIGatewayProxyEventV2 {
  return JSON.parse(readFileSync(new URL(`../../../events/${name}.json`, import.meta.url), "utf8"));
}

interface Change {
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
}

/** Sends samples through routes; a problem is answered as the edge would. */
export function sender(ports: () => MemoryPorts) {
  return async (route: RouteHandler, name: string, { headers = {}, json }: Change = {}): Promise<HttpReply> => {
    const event = sample(name);
    const body = json === undefined ? {} : { body: JSON.stringify(json), isBase64Encoded: false };
    try {
      return await route(await readRequest({ ...event, ...body, headers: { ...event.headers, ...headers } }), ports());
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      return { status: error.problem.status, body: error.toJSON(), headers: error.problem.headers ?? {} };
    }
  };
}

export const asJson = { "content-type": "application/json" };
