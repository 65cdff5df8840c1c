import type { ServerResponse } from "node:http";
import * as z from "zod";

const resultSchema = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(""),
  isBase64Encoded: z.boolean().default(false),
});

/** An answer of API Gateway's own. */
export function answerMessage(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify({ message });
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

/** Sends what a function returned (`payload`: JSON text), in payload format 2.0: without `statusCode` it is the body itself. */
export function answerResult(response: ServerResponse, payload: string): void {
  const value: unknown = JSON.parse(payload);
  const hasStatus = typeof value === "object" && value !== null && "statusCode" in value;
  const inferred = { statusCode: 200, headers: { "content-type": "application/json" }, body: payload };
  const parsed = resultSchema.safeParse(hasStatus ? value : inferred);
  if (!parsed.success) {
    answerMessage(response, 500, "Internal Server Error");
    return;
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const content = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  if (!response.hasHeader("content-type")) response.setHeader("content-type", "text/plain;charset=UTF-8");
  response.setHeader("content-length", content.length);
  response.writeHead(statusCode);
  response.end(content);
}
