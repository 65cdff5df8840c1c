import { Duration } from "luxon";
import { tablesOf } from "../../../infra/local/dynamodb/table-resource.ts";
import type { OutboxItem } from "../../../infra/local/instruments/outbox.ts";
import type { Cost, UsageTotal } from "../../../infra/local/instruments/usage.ts";
import { type Product, type ProductOptions, startProduct } from "../../../infra/local/product.ts";
import type { ExecutionView } from "../../../infra/local/states/protocol/execution-view.ts";
import { createStore } from "../../../shared/store/store.ts";
import { createTableClient } from "../../../shared/store/table/table.ts";
import { createLocalBuyers } from "./local-buyers.ts";
import { faultRequest } from "./local-faults.ts";
import type { Answered, Asked, World } from "./world.ts";

/** The whole product behind HTTP, in virtual time. `ports` read its table past counters and injected faults. */
export interface LocalProduct extends World {
  readonly product: Product;
  /** Executions with their history; of one lead, or all. */
  executions(leadId?: string): Promise<readonly ExecutionView[]>;
  /** Messages that would have been sent, oldest first. */
  outbox(): Promise<readonly OutboxItem[]>;
  /** What one lead cost so far; settle first. */
  costOf(leadId: string): Promise<Cost>;
  totalCost(): Promise<UsageTotal>;
  /** An agent's text message; answers when it has had its effects. */
  sms(from: string, text: string): Promise<void>;
  /** Empty again: no leads, no configuration, cold functions. The clock goes on. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs of the sweeps come at most this far apart (the schedules' longest rate), ms. */
const sweepEvery = 15 * 60_000;

/**
 * Starts the product without a tenant on any free port. Takes seconds: one for each test file. With `schedules: false`
 * no sweep mends what events should have done; then `reconcile` does nothing.
 */
export async function startLocalProduct(options: Pick<ProductOptions, "schedules"> = {}): Promise<LocalProduct> {
  const product = await startProduct({ port: 0, empty: true, ...options });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = createTableClient({ endpoint: product.cloud.tableEndpoint, region: "local", credentials });
  const [table] = tablesOf(product.cloud.template);
  const { clock } = product.cloud.instruments;
  const ports = createStore(client, table?.name ?? "", clock.now);
  const authorizationOf = authorizations(product);
  const buyers = createLocalBuyers();

  async function ask(method: string, path: string, { as, body, headers = {} }: Asked = {}): Promise<Answered> {
    const url = path.startsWith("http") ? path : product.url + path;
    const response = await fetch(url, {
      method,
      redirect: "manual",
      headers: { "content-type": "application/json", ...(await authorizationOf(as)), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), headers: Object.fromEntries(response.headers) };
  }

  /** An endpoint of the runner itself; throws when it refuses. */
  async function control<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await ask(method, `/_local/${path}`, { body });
    if (answer.status !== 200) throw new Error(`${method} /_local/${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  const outbox = async () => (await control<{ readonly items: readonly OutboxItem[] }>("GET", "outbox")).items;
  const advance = async (ms: number) => {
    await control("POST", "clock", { advance: Duration.fromMillis(ms).toISO() });
  };

  return {
    product,
    ports,
    buyers,
    now: clock.now,
    ask,
    advance,
    settle: () => control("POST", "settle"),
    executions: (leadId) => control("GET", leadId === undefined ? "executions" : `executions?leadId=${leadId}`),
    outbox,
    notices: async () => (await outbox()).map(({ kind = "", agentId, leadId }) => ({ kind, agentId, leadId })),
    costOf: (leadId) => control("GET", `usage?leadId=${leadId}`),
    totalCost: async () => (await control<{ readonly total: UsageTotal }>("GET", "usage")).total,
    sms: (from, text) => control("POST", "sms", { from, text }),
    inject: (fault, random) => control("POST", "faults", faultRequest(fault, random)),
    clearFaults: () => control("DELETE", "faults"),
    // Twice: what was on its way when the first sweep looked may be judged by the second.
    reconcile: () => advance(2 * sweepEvery),
    async reset() {
      buyers.clear();
      await control("POST", "reset", { empty: true });
    },
    async stop() {
      await buyers.close();
      client.destroy();
      await product.stop();
    },
  };
}

/** The header by which an asker is known; tokens are kept, since they last longer than any test. */
function authorizations(product: Product) {
  const tokens = new Map<string, Promise<string>>();
  return async (as: Asked["as"]): Promise<Record<string, string>> => {
    if (as === undefined || "stranger" in as) return {};
    if ("key" in as) return { authorization: `Bearer ${as.key}` };
    const name = JSON.stringify(as);
    const token = tokens.get(name) ?? product.token(as.person, as.groups);
    tokens.set(name, token);
    return { authorization: `Bearer ${await token}` };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
