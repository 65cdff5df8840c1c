import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Faults } from "../faults.ts";
import type { Activity } from "../time/activity.ts";
import { withFaults } from "./fault-injection.ts";
import { type AwsHandler, type Caller, identify, type Service } from "./request.ts";

export interface AwsEndpoint {
  /** What a worker gets as `AWS_ENDPOINT_URL`: one address for all services, with the caller's key in the path. */
  readonly urlFor: (callerKey: string) => string;
  readonly url: string;
  /** The tables past counters and injected faults. */
  readonly tableUrl: string;
  /** Closes the connections that nobody uses at the moment, among them those of clients that are no more. */
  readonly closeIdle: () => void;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly services: Readonly<Record<Service, AwsHandler>>;
  readonly uncounted: AwsHandler;
  readonly caller: (key: string) => Caller | undefined;
  readonly faults: Faults;
  readonly activity: Activity;
}

const tablePath = "/table";

/**
 * The one port behind `AWS_ENDPOINT_URL`: unmodified SDK clients talk to it in their own wire protocols. Loopback only;
 * signatures are not checked.
 */
export async function openAwsEndpoint({
  services,
  uncounted,
  caller,
  faults,
  activity,
}: Options): Promise<AwsEndpoint> {
  const handle = withFaults((request) => services[request.service](request), faults);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const named = identify(request.headers["x-amz-target"]?.toString(), body);
    if (named === undefined) return refuse(response, `${request.method} ${request.url}`);
    const [, key = ""] = /^\/caller\/([^/]+)/.exec(request.url ?? "") ?? [];
    const serve = request.url?.startsWith(tablePath) ? uncounted : handle;
    const outcome = await serve({ ...named, body, caller: caller(key) });
    if (outcome === "lost") return void request.socket.destroy();
    if (outcome === "silent") return;
    response.writeHead(outcome.status, {
      "content-type": outcome.contentType,
      "content-length": Buffer.byteLength(outcome.body),
      "x-amzn-requestid": randomUUID(),
    });
    response.end(outcome.body);
  };

  const server = createServer((request, response) => {
    const end = activity.begin("aws request");
    answer(request, response)
      .catch((error: unknown) => fail(response, error))
      .finally(end);
  });
  // A worker's idle connection must not be closed under its next request.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    tableUrl: `${url}${tablePath}`,
    urlFor: (key) => `${url}/caller/${key}`,
    closeIdle: () => server.closeIdleConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(response: ServerResponse, what: string): void {
  response.writeHead(501, { "content-type": "application/json" });
  response.end(JSON.stringify({ __type: "NotImplemented", message: `The local runner does not serve ${what}` }));
}

function fail(response: ServerResponse, error: unknown): void {
  process.stderr.write(`local runner: ${error instanceof Error ? error.stack : String(error)}\n`);
  if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
  response.end(JSON.stringify({ __type: "InternalFailure", message: "The local runner failed, see its output" }));
}
