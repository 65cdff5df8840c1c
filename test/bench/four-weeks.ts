import { startProduct } from "../../infra/local/product.ts";
import { seededRandom } from "../support/memory/memory-random.ts";

/**
 * Four virtual weeks of a brokerage: a lead every 20 minutes, agents who accept, call, win and lose, and time passing in
 * between. Prints how long it took and what the runner's memory did, week by week.
 */
const leads = Number(process.argv[2] ?? 2000);
const span = 28 * 86_400_000;
const step = Math.floor(span / leads);
const random = seededRandom(11);

const product = await startProduct({ port: 0 });
const sourceKey = product.demo()?.sourceKey ?? "";
const manager = await product.token("martin-krause", ["manager"]);
const tokens = new Map<string, string>();
const started = performance.now();
let week = 0;
for (let made = 0; made < leads; made++) {
  await post("/v1/leads", sourceKey, {
    firstName: "Erika",
    lastName: `Mustermann ${made}`,
    email: `person${made}@example.com`,
    interest: made % 3 === 0 ? "seller" : "buyer",
    temperature: (["hot", "warm", "cold"] as const)[made % 3],
  });
  await post("/_local/clock", undefined, { advance: `PT${Math.floor(step / 2000)}S` });
  await work();
  await post("/_local/clock", undefined, { advance: `PT${Math.floor(step / 2000)}S` });
  if (Math.floor(((made + 1) * 4) / leads) > week) report(++week, made + 1);
}
await product.stop();
process.exit(0);

/** A few of the leads that wait for somebody move on, as agents do. */
async function work(): Promise<void> {
  for (const [status, action, body] of [
    ["offered", "accept", {}],
    ["accepted", "contact", { channel: "call", outcome: random() < 0.7 ? "reached" : "noAnswer" }],
    ["contacted", random() < 0.4 ? "convert" : "lose", undefined],
  ] as const) {
    const { items } = (await get(`/v1/leads?status=${status}&limit=3`)) as { items: readonly LeadRow[] };
    for (const lead of items) {
      const who = lead.offer?.agentId ?? lead.ownerId;
      if (who === undefined || random() < 0.2) continue;
      const input = body ?? (action === "convert" ? { value: { amount: 9000, currency: "EUR" } } : { reason: "other" });
      await post(`/v1/leads/${lead.leadId}/${action}`, await tokenOf(who), input);
    }
  }
}

interface LeadRow {
  readonly leadId: string;
  readonly ownerId?: string;
  readonly offer?: { readonly agentId: string };
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(product.url + path, { headers: { authorization: `Bearer ${manager}` } });
  return response.json();
}

async function post(path: string, token: string | undefined, body: unknown): Promise<void> {
  const response = await fetch(product.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status >= 500) throw new Error(`${path} answered ${response.status}: ${text}`);
}

async function tokenOf(agentId: string): Promise<string> {
  const known = tokens.get(agentId) ?? (await product.token(agentId, ["agent"]));
  tokens.set(agentId, known);
  return known;
}

function report(weeks: number, made: number): void {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const mb = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`;
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(`week ${weeks}: ${made} leads, ${minutes} min, heap ${mb(heapUsed)}, resident ${mb(rss)}`);
}
