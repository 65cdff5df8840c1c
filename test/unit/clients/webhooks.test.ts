import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress, publicAddressOf } from "../../../shared/clients/public-address.ts";
import { createWebhooks } from "../../../shared/clients/webhooks.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
let server: Server | undefined;
afterEach(() => server?.close());

async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/leads`;
}

const callTo = (url: string) => ({ url, id: "msg_1", secret, body: '{"lead":1}', at: Date.now() });

describe("addresses", () => {
  it.each([
    "10.0.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.5.4",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2001:db8::1",
    "2002:a00:1::",
    "localhost",
    "",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["8.8.8.8", "172.32.0.1", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])("%s is public", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it("of a name must all be public", async () => {
    const resolve = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ];
    expect(await publicAddressOf("mixed.example.com", resolve)).toBeUndefined();
    expect(await publicAddressOf("[::1]")).toBeUndefined();
    expect(await publicAddressOf("8.8.8.8")).toEqual({ address: "8.8.8.8", family: 4 });
  });
});

describe("webhooks", () => {
  it("are signed as Standard Webhooks says, and answered", async () => {
    let verified: unknown;
    const url = await listen(async (request, response) => {
      verified = new Webhook(secret).verify(await text(request), request.headers as Record<string, string>);
      response.writeHead(202).end('{"accepted":true}');
    });
    const reply = await createWebhooks({ allowLocal: true }).call(callTo(url));
    expect(reply).toEqual({ outcome: "answered", status: 202, body: '{"accepted":true}' });
    expect(verified).toEqual({ lead: 1 });
  });

  it("are signed by earlier secrets too, so that a receiver may check by either", async () => {
    const earlier = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    let headers: Record<string, string> = {};
    const url = await listen((request, response) => {
      headers = request.headers as Record<string, string>;
      response.end();
    });
    const call = { ...callTo(url), alsoSignedBy: [earlier] };
    await createWebhooks({ allowLocal: true }).call(call);
    for (const each of [secret, earlier]) expect(new Webhook(each).verify(call.body, headers)).toEqual({ lead: 1 });
    expect(() => new Webhook("whsec_AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH").verify(call.body, headers)).toThrow();
  });

  it("follow no redirect", async () => {
    const url = await listen((_request, response) =>
      response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    );
    expect(await createWebhooks({ allowLocal: true }).call(callTo(url))).toMatchObject({ status: 302 });
  });

  it("wait for nobody for long, and read no long answers", async () => {
    const slow = await listen(() => undefined);
    const patience = { allowLocal: true, timeout: 100 };
    expect(await createWebhooks(patience).call(callTo(slow))).toEqual({ outcome: "unreachable", reason: "timeout" });
    server?.closeAllConnections();
    server?.close();
    const endless = await listen((_request, response) => {
      const more = setInterval(() => response.write("x".repeat(50_000)), 1);
      response.on("close", () => clearInterval(more));
    });
    const long = await createWebhooks({ allowLocal: true }).call(callTo(endless));
    expect(long).toEqual({ outcome: "answered", status: 200, body: "" });
  });

  it("call nobody inside, by whatever name", async () => {
    const url = await listen((_request, response) => response.end());
    const inside = (to: string, address: string) =>
      createWebhooks({ resolve: async () => [{ address, family: 4 }] }).call(callTo(to));
    expect(await createWebhooks().call(callTo(url))).toEqual({ outcome: "unreachable", reason: "notHttps" });
    expect(await inside("https://buyer.example.com/", "127.0.0.1")).toEqual({
      outcome: "unreachable",
      reason: "notPublic",
    });
    expect(await inside("https://169.254.169.254/latest", "8.8.8.8")).toEqual({
      outcome: "unreachable",
      reason: "notPublic",
    });
    const local = createWebhooks({ allowLocal: true });
    expect(await local.call(callTo("http://10.0.0.1/"))).toEqual({ outcome: "unreachable", reason: "notHttps" });
  });

  it("say when nobody is there", async () => {
    const call = createWebhooks({ allowLocal: true }).call(callTo("http://127.0.0.1:9/"));
    expect(await call).toEqual({ outcome: "unreachable", reason: "ECONNREFUSED" });
  });
});
