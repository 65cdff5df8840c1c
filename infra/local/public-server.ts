import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers one request; what it throws becomes a 500. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The one port people and tests talk to. */
export interface PublicServer {
  readonly url: string;
  readonly port: number;
  /** Handlers by the beginning of the path, the first that fits; until this is called every answer is 503. */
  readonly serve: (handlers: readonly (readonly [prefix: string, handler: RequestHandler])[]) => void;
  readonly close: () => Promise<void>;
}

const usualPort = 3000;
const triesAfterwards = 50;

/** Listens on `port`; without one on 3000 or, when that is taken, on the next free port. Loopback only. */
export async function openPublicServer(port: number | undefined): Promise<PublicServer> {
  let handlers: readonly (readonly [string, RequestHandler])[] = [];
  const server = createServer((request, response) => {
    const found = handlers.find(([prefix]) => request.url?.startsWith(prefix));
    if (found === undefined) return void response.writeHead(503, { "retry-after": "1" }).end();
    found[1](request, response).catch((error: unknown) => fail(response, error));
  });
  await (port === undefined ? listenNear(server, usualPort) : listen(server, port));
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    serve: (given) => {
      handlers = given;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listenNear(server: Server, first: number): Promise<void> {
  for (let port = first; port < first + triesAfterwards; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
  throw new Error(`No free port from ${first} to ${first + triesAfterwards - 1}. Name one with PORT.`);
}

class PortTaken extends Error {
  override readonly name = "PortTaken";
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(`Port ${port} is in use. Name another with PORT.`) : error);
    server.once("error", refuse);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function fail(response: ServerResponse, error: unknown): void {
  process.stderr.write(`local runner: ${error instanceof Error ? error.stack : String(error)}\n`);
  if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
  response.end(JSON.stringify({ message: "Internal Server Error" }));
}
