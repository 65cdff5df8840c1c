import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { bodyLimitBytes, type HttpRequest } from "./http.ts";
import { preferredLocale } from "./preferred-locale.ts";
import { badRequest, tooLarge } from "./problem.ts";

/** Reads an API Gateway event (payload 2.0). Throws 400 for a body that cannot be read, 413 for one that is too large. */
export async function readRequest(event: APIGatewayProxyEventV2): Promise<HttpRequest> {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.byteLength > bodyLimitBytes) {
    throw tooLarge(bodyLimitBytes);
  }
  const headers = definedOnly(event.headers);
  const contentType = (headers["content-type"] ?? "").toLowerCase();
  return {
    route: event.routeKey,
    params: definedOnly(event.pathParameters ?? {}),
    query: definedOnly(event.queryStringParameters ?? {}),
    headers,
    contentType,
    body: bytes.byteLength === 0 ? undefined : await parseBody(bytes, headers["content-type"] ?? ""),
    rawBody: bytes.toString("utf8"),
    sourceIp: event.requestContext.http.sourceIp,
    locale: preferredLocale(headers["accept-language"]),
  };
}

async function parseBody(bytes: Buffer, contentType: string): Promise<unknown> {
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(contentType)) {
    return formFields(bytes, contentType);
  }
  try {
    return JSON.parse(wellFormed(bytes.toString("utf8")));
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${error instanceof Error ? error.message : "unreadable"}`);
  }
}

const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[dD][89a-fA-F][\da-fA-F]{2}|.)/gs;

/** JSON without a byte order mark, which .NET senders put first, and without escaped halves of a character (an emoji cut in two), which no store takes. */
function wellFormed(text: string): string {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (!/\\u[dD][89a-fA-F]/.test(json)) return json;
  const loneHalf = 6;
  return json.replace(escapes, (found) => (found.length === loneHalf ? "\\ufffd" : found));
}

async function formFields(bytes: Buffer, contentType: string): Promise<Record<string, string>> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData();
  } catch {
    throw badRequest("The form's fields cannot be read; check the content type and its boundary.");
  }
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    // Files are not taken: a lead has no attachments.
    if (typeof value === "string") {
      const earlier = fields.get(name);
      fields.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }
  return Object.fromEntries(fields);
}

function definedOnly(record: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
