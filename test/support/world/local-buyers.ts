import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type BuyersAnswer, type BuyersServers, pageIn } from "./buyers-servers.ts";

const taken = (): BuyersAnswer => ({ status: 200, body: "" });

/** All buyers' servers in one, on this machine; it is opened when its address is first asked for. */
export function createLocalBuyers(): BuyersServers & { clear(): void; close(): Promise<void> } {
  let server: Promise<Server> | undefined;
  let answer = taken;
  let pages: string[] = [];

  const open = () =>
    new Promise<Server>((resolve) => {
      const opened = createServer(async (request, response) => {
        pages.push(pageIn(await text(request)));
        const { status, body } = answer();
        response.writeHead(status, { "content-type": "application/json" }).end(body);
      });
      opened.listen(0, "127.0.0.1", () => resolve(opened));
    });

  return {
    async address(buyerId) {
      server ??= open();
      return `http://127.0.0.1:${((await server).address() as AddressInfo).port}/${buyerId}`;
    },
    answerWith(next) {
      answer = next;
    },
    pages: () => pages,
    clear() {
      answer = taken;
      pages = [];
    },
    async close() {
      const opened = await server;
      await new Promise<void>((resolve) => (opened ? opened.close(() => resolve()) : resolve()));
    },
  };
}
