import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DrawnTicket, drawOrder } from "../support/world/draw-order.ts";
import { type LocalProduct, startLocalProduct } from "../support/world/local-product.ts";

const admin = { person: "admin", groups: ["admin"] };
const agents = Array.from({ length: 10 }, (_, index) => `agent-${index}`);
const atOnce = 64;
/** Leads of the day on which agents come and go. */
const changing = process.env.FAIRLEAD_SOAK === undefined ? 100 : 1000;

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

  const putAgent = (agentId: string, status: "active" | "paused", capacity = 1000) =>
    product.ask("PUT", `/v1/agents/${agentId}`, {
      as: admin,
      body: { name: agentId, email: `${agentId}@example.com`, team: "city", status, capacity },
    });

  const leave = (agentId: string) => {
    const [from, to] = [0, 86_400_000].map((ms) => new Date(product.now() + ms).toISOString());
    return product.ask("POST", `/v1/agents/${agentId}/time-off`, { as: admin, body: { from, to } });
  };

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

  /** Every ticket that a lead was offered by. */
  async function usedTickets(): Promise<readonly DrawnTicket[]> {
    const found: DrawnTicket[] = [];
    let cursor = "";
    do {
      const page = await product.ports.leads.listByStatus("offered", { limit: 100, ...(cursor && { cursor }) });
      for (const leadId of page.items) {
        const events = (await product.ports.leads.history(leadId)).flatMap((item) => item.events);
        const { ticket, agentId } = events.find(({ type }) => type === "lead.offered") ?? {};
        if (ticket && agentId) found.push({ ...ticket, agentId });
      }
      cursor = page.nextCursor ?? "";
    } while (cursor !== "");
    return found;
  }

  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((all, count) => all + count, 0);

  it(`${changing} leads while agents come, go, leave for a day and fill up: no error, no number twice`, async () => {
    await putAgent("agent-9", "active", 4);
    const statuses = await postAll(changing, async (posted) => {
      if (posted % 40 === 20) await putAgent(agents[(posted / 20) % 9] ?? "agent-0", "paused");
      if (posted % 40 === 0 && posted > 0) await putAgent(agents[(posted / 20 - 1) % 9] ?? "agent-0", "active");
      if (posted % 60 === 45) await leave(agents[(posted / 15) % 9] ?? "agent-0");
    });
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
    const used = await usedTickets();
    expect(used).toHaveLength(changing);
    const { furthest, unknown, twice, drawn } = await drawOrder(product.ports.rotation, "all", used);
    expect({ unknown, twice }).toEqual({ unknown: [], twice: [] });
    // The turns of the one who is full are gone.
    expect(drawn).toBeGreaterThan(changing);
    expect(furthest).toBeLessThan(1.5);
    const { members, epoch } = await pool();
    expect(epoch).toBeGreaterThan(3);
    for (const { deviation } of members) expect(Math.abs(deviation)).toBeLessThan(1.5);
  });

  it("1,000 leads: each a number of its own, nobody ever a full lead from the due share", async () => {
    const statuses = await postAll(1000);
    expect(statuses.filter((status) => status !== 201)).toEqual([]);
    const used = await usedTickets();
    expect(used).toHaveLength(1000);
    const { furthest, unknown, twice, drawn } = await drawOrder(product.ports.rotation, "all", used);
    expect({ unknown, twice, drawn }).toEqual({ unknown: [], twice: [], drawn: 1000 });
    expect(furthest).toBeLessThan(1);
    const { members } = await pool();
    for (const { agentId, received, gone, deviation } of members) {
      expect(received).toBe(used.filter((ticket) => ticket.agentId === agentId).length);
      expect(received + sum(gone)).toBe(100);
      expect(Math.abs(deviation)).toBeLessThan(1);
    }
  }, 300_000);
});
