import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type LocalProduct, startLocalProduct } from "../support/world/local-product.ts";

const admin = { person: "admin", groups: ["admin"] };
const agents = Array.from({ length: 10 }, (_, index) => `agent-${index}`);
const atOnce = 64;

interface PoolView {
  readonly poolId: string;
  readonly epoch: number;
  readonly members: readonly {
    readonly agentId: string;
    readonly received: number;
    readonly gone: Readonly<Record<string, number>>;
    readonly deviation: number;
  }[];
}

/** One pool, 64 intakes at once: no lock, no error, no number twice, nobody a full lead away from the due share. */
describe("many intakes at once", () => {
  let product: LocalProduct;
  let key: string;
  beforeAll(async () => {
    product = await startLocalProduct();
  });
  afterAll(() => product.stop());
  beforeEach(async () => {
    await product.reset();
    for (const agentId of agents) await putAgent(agentId, "active");
    const source = await product.ask("PUT", "/v1/sources/website", { as: admin, body: { name: "Website" } });
    key = (source.body as { readonly key: string }).key;
    await product.ask("PUT", "/v1/plan", {
      as: admin,
      body: {
        ...{ timezone: "Europe/Berlin", defaultCountry: "DE" },
        rules: [{ id: "all", method: { type: "roundRobin" } }],
        fallback: { type: "pool" },
      },
    });
  });

  const putAgent = (agentId: string, status: "active" | "paused") =>
    product.ask("PUT", `/v1/agents/${agentId}`, {
      as: admin,
      body: { name: agentId, email: `${agentId}@example.com`, team: "city", status, capacity: 1000 },
    });

  async function postAll(count: number, between: (posted: number) => Promise<void> = async () => undefined) {
    const statuses: number[] = [];
    let next = 0;
    const lane = async () => {
      while (next < count) {
        const n = next++;
        const body = { lastName: `Mustermann ${n}`, email: `person${n}@example.com` };
        statuses.push((await product.ask("POST", "/v1/leads", { as: { key }, body })).status);
        await between(n);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    await product.settle();
    return statuses;
  }

  async function pool(): Promise<PoolView> {
    const { body } = await product.ask("GET", "/v1/pools", { as: admin });
    const found = (body as { readonly items: readonly PoolView[] }).items.find(({ poolId }) => poolId === "all");
    if (!found) throw new Error("no pool");
    return found;
  }

  /** Every ticket that a lead was offered by, as `epoch/n agent`. */
  async function ticketsOf(): Promise<readonly { readonly name: string; readonly agentId: string }[]> {
    const found: { name: string; agentId: string }[] = [];
    let cursor = "";
    do {
      const page = await product.ports.leads.listByStatus("offered", { limit: 100, ...(cursor && { cursor }) });
      for (const leadId of page.items) {
        const offered = (await product.ports.leads.history(leadId))
          .flatMap(({ events }) => events)
          .find(({ type }) => type === "lead.offered");
        if (offered?.ticket && offered.agentId) {
          found.push({ name: `${offered.ticket.epoch}/${offered.ticket.n}`, agentId: offered.agentId });
        }
      }
      cursor = page.nextCursor ?? "";
    } while (cursor !== "");
    return found;
  }

  it("100 leads while agents come and go: no error, no number twice, all of them placed", async () => {
    const statuses = await postAll(100, async (posted) => {
      if (posted % 40 === 20) await putAgent(agents[(posted / 20) % agents.length] ?? "agent-0", "paused");
      if (posted % 40 === 0 && posted > 0)
        await putAgent(agents[(posted / 20 - 1) % agents.length] ?? "agent-0", "active");
    });
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
    const tickets = await ticketsOf();
    expect(tickets).toHaveLength(100);
    expect(new Set(tickets.map(({ name }) => name)).size).toBe(100);
    const { members } = await pool();
    for (const { deviation } of members) expect(Math.abs(deviation)).toBeLessThan(1.5);
  });

  it("1,000 leads: each a number of its own, everybody the due share", async () => {
    const statuses = await postAll(1000);
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
    const tickets = await ticketsOf();
    expect(tickets).toHaveLength(1000);
    expect(new Set(tickets.map(({ name }) => name)).size).toBe(1000);
    const { members } = await pool();
    for (const { agentId, received, gone, deviation } of members) {
      const passed = Object.values(gone).reduce((sum, count) => sum + count, 0);
      expect(received).toBe(tickets.filter((ticket) => ticket.agentId === agentId).length);
      expect(Math.abs(deviation)).toBeLessThan(1);
      expect(Math.abs(received + passed - 100)).toBeLessThanOrEqual(1 + passed);
    }
  });
});
