import { describe, expect, it } from "vitest";
import { idOf } from "../../../shared/domain/shares/recipient.ts";
import { shareLeadIds } from "../../../shared/domain/shares/share-lead-id.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { seededRandom } from "../../support/memory/memory-random.ts";
import { violations } from "../../support/world/invariants/invariants.ts";
import { createMemoryWorld } from "../../support/world/memory-world.ts";
import { seedsToRun } from "../../support/world/seeds.ts";

const admin = { person: "root", groups: ["admin"] };
const minute = 60_000;

/** A team and buyers by chance, and one rule that shares every lead between them. */
async function openMarket(seed: number) {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const world = createMemoryWorld(seed);
  const ports = world.ports as MemoryPorts;
  const put = async (path: string, body: object) => {
    const answer = await world.ask("PUT", path, { as: admin, body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    await world.settle();
    return answer.body;
  };
  const agents = Array.from({ length: 1 + below(5) }, (_, n) => `agent-${n + 1}`);
  const capacity = new Map<string, number>();
  for (const [order, agentId] of agents.entries()) {
    capacity.set(agentId, 1 + below(4));
    const agent = {
      name: agentId,
      email: `${agentId}@example.com`,
      team: "city",
      order,
      capacity: capacity.get(agentId),
    };
    await put(`/v1/agents/${agentId}`, agent);
  }
  const buyers = Array.from({ length: below(4) }, (_, n) => `buyer-${n + 1}`);
  for (const buyerId of buyers) {
    await put(`/v1/buyers/${buyerId}`, {
      name: buyerId,
      delivery: { type: "webhook", url: `https://${buyerId}.example.com/` },
      price: { amount: 10, currency: "EUR" },
      ...(below(2) === 0 && { dailyCap: 1 + below(3) }),
    });
  }
  // A buyer's server: takes, refuses, fails, or is not there.
  ports.buyersServers.answerWith(() => {
    const luck = below(6);
    if (luck === 0) return { outcome: "unreachable", reason: "timeout" };
    if (luck === 1) return { outcome: "answered", status: 503, body: "" };
    return { outcome: "answered", status: 200, body: luck === 2 ? '{"accepted":false}' : "" };
  });
  const shares = 1 + below(5);
  const method = { type: "shared", shares, pool: {}, ...(buyers.length > 0 && { buyers, resale: below(2) === 0 }) };
  await put("/v1/plan", {
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [{ id: "market", method, overflow: "queue" }],
    fallback: { type: "pool" },
  });
  const { key } = (await put("/v1/sources/website", { name: "Website" })) as { readonly key: string };
  return { world, ports, below, agents, capacity, buyers, shares, key };
}

type Market = Awaited<ReturnType<typeof openMarket>>;

/** One act at random: a lead comes, somebody answers under the lead's own id, a buyer sends one back, time passes. */
async function act({ world, ports, below, agents, key }: Market, leadIds: string[]): Promise<void> {
  const leadId = leadIds[below(leadIds.length)] ?? "";
  const person = agents[below(agents.length)] ?? "";
  const as = { person, groups: ["agent"] };
  switch (leadIds.length === 0 ? 0 : below(6)) {
    case 0:
    case 1: {
      const body = { email: `p${leadIds.length}-${below(10_000)}@example.com`, temperature: "hot" };
      const answer = await world.ask("POST", "/v1/leads", { as: { key }, body });
      if (answer.status < 300) leadIds.push((answer.body as { readonly leadId: string }).leadId);
      return;
    }
    case 2:
      await world.ask("POST", `/v1/leads/${leadId}/decline`, { as, body: { reason: "busy" } });
      return;
    case 3:
      await world.ask("POST", `/v1/leads/${leadId}/accept`, { as, body: {} });
      return;
    case 4: {
      const call = ports.buyersServers.calls[below(Math.max(1, ports.buyersServers.calls.length))];
      if (call === undefined) return;
      const { data } = JSON.parse(call.body) as { readonly data: { readonly answerUrl: string } };
      const path = new URL(data.answerUrl).pathname;
      await world.ask("POST", path, { body: { action: "return", reason: "wrongData" } });
      return;
    }
    default:
      await world.advance((1 + below(90)) * minute);
  }
}

const asked = ({ type }: LeadEvent) => type === "lead.offered" || type === "lead.reassigned";

/** What must never happen to any lead, whatever was done. */
async function broken({ world, ports, shares, agents, capacity }: Market, leadIds: readonly string[]) {
  const found: string[] = [];
  for (const parent of await ports.leads.states(leadIds)) {
    const given = parent.shares?.given ?? [];
    if (given.length > shares) found.push(`${parent.leadId} has ${given.length} shares`);
    if (new Set(given.map(({ recipient }) => idOf(recipient))).size < given.length) found.push("given twice at once");
    const everAsked: string[] = [];
    for (const id of parent.shares ? shareLeadIds(parent.leadId, parent.shares) : []) {
      const events = (await ports.leads.history(id)).flatMap((item) => item.events);
      everAsked.push(...events.filter(asked).map(({ agentId, buyerId }) => agentId ?? buyerId ?? "nobody"));
      const sold = events.filter(({ type, buyerId }) => type === "lead.accepted" && buyerId !== undefined).length;
      const back = events.filter(({ type, buyerId }) => type === "lead.returned" && buyerId !== undefined).length;
      if (sold - back > 1) found.push(`${id} was sold ${sold} times and came back ${back} times`);
    }
    if (new Set(everAsked).size < everAsked.length) found.push(`${parent.leadId} went twice to one: ${everAsked}`);
  }
  const capacityOf = (agentId: string) => capacity.get(agentId) ?? 0;
  return [...found, ...(await violations(world, { leadIds, agentIds: agents, capacityOf, forced: () => 0 }))];
}

const faults = ["duplicate", "throttle", "loseReply", "crash"] as const;

describe("shared leads at random", () => {
  const seeds = seedsToRun({ quick: 30, soak: 1500 });

  it(`have different recipients, are sold once, and keep all invariants, in ${seeds.length} markets`, async () => {
    for (const seed of seeds) {
      const market = await openMarket(seed);
      const leadIds: string[] = [];
      for (let step = 0; step < 14; step++) {
        const fault = faults[market.below(faults.length)];
        if (seed % 3 > 0 && fault !== undefined && market.below(3) === 0) {
          await market.world.inject(fault, () => market.below(1000) / 1000);
        }
        await Promise.all(Array.from({ length: 1 + market.below(3) }, () => act(market, leadIds)));
        await market.world.settle();
      }
      await market.world.clearFaults();
      await market.world.settle();
      if (seed % 3 > 0) await market.world.reconcile();
      expect(await broken(market, leadIds), `seed ${seed}`).toEqual([]);
    }
  }, 120_000);

  it("take turns as the obvious wheel does: each lead the next n, round and round", async () => {
    for (const [size, shares] of [
      [5, 2],
      [4, 3],
      [3, 3],
      [5, 4],
      [2, 1],
    ] as const) {
      const world = createMemoryWorld(size * 10 + shares);
      const names = Array.from({ length: size }, (_, n) => `agent-${n + 1}`);
      for (const [order, agentId] of names.entries()) {
        const body = { name: agentId, email: `${agentId}@example.com`, team: "city", order, capacity: 100 };
        await world.ask("PUT", `/v1/agents/${agentId}`, { as: admin, body });
      }
      const plan = {
        timezone: "Europe/Berlin",
        defaultCountry: "DE",
        rules: [{ id: "all", method: { type: "shared", shares } }],
        fallback: { type: "pool" },
      };
      await world.ask("PUT", "/v1/plan", { as: admin, body: plan });
      const source = await world.ask("PUT", "/v1/sources/website", { as: admin, body: { name: "Website" } });
      const { key } = source.body as { readonly key: string };
      let next = 0;
      for (let lead = 0; lead < 12; lead++) {
        const answer = await world.ask("POST", "/v1/leads", { as: { key }, body: { email: `p${lead}@example.com` } });
        const wheel = Array.from({ length: shares }, () => names[next++ % size]);
        expect((answer.body as { decision: { chosen: string[] } }).decision.chosen).toEqual(wheel);
      }
    }
  });
});
