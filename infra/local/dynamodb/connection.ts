import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

interface DynamoDbAnswer {
  readonly status: number;
  readonly body: string;
}

/** Raw access to DynamoDB Local in its wire protocol. */
export interface Connection {
  /** `target`: `PutItem` of the table API, or with the prefix `streams`. `body`: JSON text, passed through unread. */
  readonly send: (api: "table" | "streams", operation: string, body: string) => Promise<DynamoDbAnswer>;
  readonly close: () => void;
}

const targets = { table: "DynamoDB_20120810", streams: "DynamoDBStreams_20120810" } as const;

/** How a client of the SDK reaches one database of DynamoDB Local. */
export interface DatabaseAccess {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * An empty database: DynamoDB Local keeps one for each access key and region. In one that has held other tables with
 * streams every request reads over all their records, also after those tables were deleted (ten times the time after
 * 9,000 writes).
 */
export function freshDatabase(endpoint: string): DatabaseAccess {
  const accessKeyId = randomUUID().replaceAll("-", "");
  return { endpoint, region: "local", credentials: { accessKeyId, secretAccessKey: "local" } };
}

export function connect({ endpoint, region, credentials }: DatabaseAccess): Connection {
  const { hostname, port } = new URL(endpoint);
  // DynamoDB Local reads the key and the region, and does not check the signature.
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=local`;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    send: (api, operation, body) =>
      new Promise((resolve, reject) => {
        const headers = {
          "content-type": "application/x-amz-json-1.0",
          "content-length": Buffer.byteLength(body),
          "x-amz-target": `${targets[api]}.${operation}`,
          authorization,
        };
        const outgoing = request({ agent, host: hostname, port, method: "POST", path: "/", headers }, (response) => {
          text(response).then((answer) => resolve({ status: response.statusCode ?? 500, body: answer }), reject);
        });
        outgoing.on("error", reject);
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Sends and parses; throws when DynamoDB Local answers an error. */
export async function ask(connection: Connection, ...[api, operation, input]: Ask): Promise<unknown> {
  const { status, body } = await connection.send(api, operation, JSON.stringify(input));
  if (status !== 200) throw new Error(`DynamoDB Local refused ${operation}: ${body}`);
  return JSON.parse(body);
}

type Ask = [api: "table" | "streams", operation: string, input: unknown];
