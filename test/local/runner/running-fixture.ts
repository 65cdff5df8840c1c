import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type Product, startProduct } from "../../../infra/local/product.ts";
import { writeAssembly } from "./fixture/assembly.ts";

/** `Body`: what the test expects to find; assertions look at it. */
interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The part of `GET /_local/usage` tests look at. */
interface UsageBody {
  readonly total: {
    readonly dynamodb: {
      readonly writeUnits: number;
      readonly requests: number;
      readonly byOperation: Record<string, number>;
      readonly byFunction: Record<string, unknown>;
    };
    readonly lambda: { readonly byFunction: Record<string, number> };
    readonly stepfunctions: object;
    readonly sns: object;
  };
}

interface Facts {
  readonly now: number;
  readonly date: string;
  readonly secret: string;
  readonly started: number;
  readonly publicUrl: string;
}

export interface Items<Item> {
  readonly items: readonly Item[];
}

/** The fixture's stage, running, with the means to look into it. */
export interface RunningFixture {
  readonly product: Product;
  readonly call: <Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer<Body>>;
  /** Items under a partition key, read through the runner's own endpoint with an unmodified client. */
  readonly items: (pk: string) => Promise<readonly Record<string, string>[]>;
  /** What the fixture's API function knows about itself. */
  readonly facts: () => Promise<Facts>;
  readonly usage: () => Promise<UsageBody>;
  readonly logLines: () => Promise<readonly string[]>;
  /** Bodies of the objects put into buckets. */
  readonly objects: () => Promise<readonly string[]>;
  readonly inject: (fault: object) => Promise<void>;
  readonly client: DynamoDBClient;
  readonly stop: () => Promise<void>;
}

export const credentials = { accessKeyId: "test", secretAccessKey: "test" };
export const region = "eu-central-1";

export async function runFixture(): Promise<RunningFixture> {
  const product = await startProduct({ port: 0, empty: true, assembly: await writeAssembly() });
  const client = new DynamoDBClient({ endpoint: product.cloud.awsEndpoint, region, credentials });

  const call: RunningFixture["call"] = async (method, path, body, headers = {}) => {
    const response = await fetch(product.url + path, {
      method,
      headers: { ...(typeof body === "string" ? {} : { "content-type": "application/json" }), ...headers },
      redirect: "manual",
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
  };

  return {
    product,
    call,
    client,
    facts: async () => (await call<Facts>("GET", "/facts")).body,
    usage: async () => (await call<UsageBody>("GET", "/_local/usage")).body,
    logLines: async () =>
      (await call<Items<{ line: string }>>("GET", "/_local/logs")).body.items.map(({ line }) => line),
    objects: async () =>
      (await call<Items<{ body: string }>>("GET", "/_local/objects")).body.items.map(({ body }) => body),
    inject: async (fault) => {
      const { status, body } = await call("POST", "/_local/faults", fault);
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    items: async (pk) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: "demo-Table",
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": { S: pk } },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) =>
        Object.fromEntries(Object.entries(item).map(([name, value]) => [name, String(Object.values(value)[0])])),
      );
    },
    stop: async () => {
      client.destroy();
      await product.stop();
    },
  };
}
