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

/** DynamoDB Local wants the header but does not check it; with -sharedDb its content does not matter. */
const authorization =
  "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local";

export function connect(url: string): Connection {
  const { hostname, port } = new URL(url);
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
