import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { Webhook } from "standardwebhooks";
import type { WebhookCall, WebhookPort, WebhookReply } from "../usecases/ports/webhook-port.ts";
import { publicAddressOf, type Resolve } from "./public-address.ts";

export interface WebhookOptions {
  /** Calls to this machine, without TLS too: in the local runner only. @default false */
  readonly allowLocal?: boolean;
  /** Ms for the whole call. @default 10 s */
  readonly timeout?: number;
  readonly resolve?: Resolve;
}

/**
 * Most of an answer that is read: a verdict is short, and nobody shall fill our memory. What is longer counts by its status:
 * somebody who answers 200 with a whole page has taken what was sent. Bytes.
 */
const mostRead = 16 * 1024;
const localHosts: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** Signed calls (Standard Webhooks) to public https addresses; no redirect is followed, no slow answer is waited for. */
export function createWebhooks(options: WebhookOptions = {}): WebhookPort {
  return {
    call: async (call) => {
      try {
        return await callOut(call, options);
      } catch (error) {
        return { outcome: "unreachable", reason: reasonOf(error) };
      }
    },
  };
}

async function callOut(call: WebhookCall, options: WebhookOptions): Promise<WebhookReply> {
  const url = new URL(call.url);
  const local = options.allowLocal === true && localHosts.includes(url.hostname);
  if (url.protocol !== "https:" && !local) return { outcome: "unreachable", reason: "notHttps" };
  const address = local ? undefined : await publicAddressOf(url.hostname, options.resolve);
  if (address === undefined && !local) return { outcome: "unreachable", reason: "notPublic" };
  return send(url, call, options.timeout ?? 10_000, address);
}

function send(
  url: URL,
  call: WebhookCall,
  timeout: number,
  address: { readonly address: string; readonly family: number } | undefined,
): Promise<WebhookReply> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        headers: headersOf(call),
        signal: AbortSignal.timeout(timeout),
        agent: false,
        // The name was checked: the connection goes to what it stood for then.
        ...(address && {
          lookup: (_host, options, found) =>
            options.all ? found(null, [{ ...address }]) : found(null, address.address, address.family),
        }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const answered = (body: string) => resolve({ outcome: "answered", status: response.statusCode ?? 0, body });
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size <= mostRead) return;
          answered("");
          response.destroy();
        });
        response.on("end", () => answered(Buffer.concat(chunks).toString("utf8")));
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(call.body);
  });
}

function headersOf({
  id,
  at,
  secret,
  alsoSignedBy = [],
  body,
}: WebhookCall): Readonly<Record<string, string | number>> {
  return {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Fairlead",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at / 1000)),
    "webhook-signature": [secret, ...alsoSignedBy]
      .map((each) => new Webhook(each).sign(id, new Date(at), body))
      .join(" "),
  };
}

/** A code such as ECONNREFUSED: never what the other side wrote. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "timeout";
  return "code" in error ? String(error.code) : "failed";
}
