import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstState } from "../../../shared/domain/lifecycle/first-state.ts";
import { drainQueue } from "../../../shared/usecases/lifecycle/queue/drain-queue.ts";
import type { LeadItems } from "../../../shared/usecases/lifecycle/routed-placement.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { anAgent, aPlan, configure } from "../../support/routing-fixtures.ts";
import { aBody, start } from "../../unit/lifecycle/lead-fixtures.ts";

type Interest = "buyer" | "seller" | "renter";
const lines = ["buyer", "seller", "renter"] as const;

/** Buyers go to one team, sellers to another and then to the buyers' team, renters to whoever of both has room. */
const plan = aPlan({
  rules: [
    {
      id: "buyers",
      when: { field: "interest", op: "eq", value: "buyer" },
      method: { type: "roundRobin", pool: { team: "b" } },
      overflow: "queue",
    },
    {
      id: "sellers",
      when: { field: "interest", op: "eq", value: "seller" },
      method: { type: "roundRobin", pool: { team: "s" } },
      overflow: "next",
    },
    {
      id: "sellers-too",
      when: { field: "interest", op: "eq", value: "seller" },
      method: { type: "roundRobin", pool: { team: "b" } },
      overflow: "queue",
    },
    { id: "rest", method: { type: "leastLoaded" }, overflow: "queue" },
  ],
  fallback: { type: "pool" },
});
const teamsFor: Readonly<Record<Interest, readonly string[]>> = {
  buyer: ["b"],
  seller: ["s", "b"],
  renter: ["b", "s"],
};

async function queue(ports: MemoryPorts, interest: Interest): Promise<string> {
  const now = ports.clock.now();
  const leadId = ports.ids.leadId(now);
  const facts = { email: `${leadId}@example.com`, interest };
  const body = await ports.leads.createBody(
    aBody({ status: "queued", reason: "capacity" }, { leadId, receivedAt: now, facts }),
  );
  await ports.leads.createState(firstState(body));
  ports.clock.advance(1000);
  return leadId;
}

type Step = { readonly free: "b" | "s" } | { readonly arrive: Interest };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ free: fc.constantFrom("b" as const, "s" as const) }),
  fc.record({ arrive: fc.constantFrom(...lines) }),
);

describe("the queue against a plain one (C13)", () => {
  test("whenever there is room the first in line that can use it has it, and nobody waits who could go", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const ports = createMemoryPorts({ now: start });
        let room = { b: 0, s: 0 };
        const config = () =>
          configure(
            ports,
            (["b", "s"] as const).map((team) => anAgent({ agentId: team, team, capacity: room[team] })),
            plan,
          );
        const model: { readonly leadId: string; readonly interest: Interest }[] = [];
        const free = { b: 0, s: 0 };
        const placed: string[] = [];
        for (const each of steps) {
          if ("arrive" in each) {
            model.push({ leadId: await queue(ports, each.arrive), interest: each.arrive });
          } else {
            room = { ...room, [each.free]: room[each.free] + 1 };
            free[each.free] += 1;
          }
          await drainQueue(ports, await config());
          for (const lead of [...model]) {
            const open = teamsFor[lead.interest].filter((team) => free[team as "b" | "s"] > 0);
            if (open.length === 0) continue;
            model.splice(model.indexOf(lead), 1);
            placed.push(lead.leadId);
            const { offer } = (await ports.leads.state(lead.leadId)) ?? {};
            expect(open, `${lead.interest} at ${offer?.agentId}`).toContain(offer?.agentId);
            // Sellers have their own team first; renters whoever has fewer, which the model takes as it comes.
            if (lead.interest === "seller") expect(offer?.agentId).toBe(open[0]);
            free[offer?.agentId as "b" | "s"] -= 1;
          }
          const waiting = (await ports.leads.listByStatus("queued", { limit: 100 })).items;
          expect(waiting).toEqual(model.map(({ leadId }) => leadId));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a long queue", () => {
  test("is read once, and then only those for whom there may be room", async () => {
    const ports = createMemoryPorts({ now: start });
    const agents = (room: { b: number; s: number }) =>
      (["b", "s"] as const).map((team) => anAgent({ agentId: team, team, capacity: room[team] }));
    const full = await configure(ports, agents({ b: 0, s: 0 }), plan);
    for (let i = 0; i < 150; i++) await queue(ports, "buyer");
    await queue(ports, "seller");
    let reads = 0;
    const counting = {
      ...ports,
      leads: new Proxy(ports.leads, {
        get(target, name, receiver) {
          if (name === "load") reads += 1;
          return Reflect.get(target, name, receiver);
        },
      }),
    };
    const drain = (config: typeof full) => drainQueue(counting, config);
    expect(await drain(full)).toBe(0);
    expect(reads).toBe(151);
    reads = 0;
    expect(await drain(full)).toBe(0);
    expect(reads).toBe(2);
    const withRoom = { ...full, agents: new Map(agents({ b: 0, s: 1 }).map((agent) => [agent.agentId, agent])) };
    expect(await drain(withRoom)).toBe(1);
    ports.clock.advance(11 * 60_000);
    reads = 0;
    expect(await drain(full)).toBe(0);
    expect(reads).toBe(150);
  });

  test("a lead of an overflow chain waits for either group, one of another rule does not keep it waiting", async () => {
    const ports = createMemoryPorts({ now: start });
    const config = (b: number, s: number) =>
      configure(
        ports,
        [anAgent({ agentId: "b", team: "b", capacity: b }), anAgent({ agentId: "s", team: "s", capacity: s })],
        plan,
      );
    const full = await config(0, 0);
    const buyer = await queue(ports, "buyer");
    const [first, second] = [await queue(ports, "seller"), await queue(ports, "seller")];
    expect(await drainQueue(ports, full)).toBe(0);
    expect(await drainQueue(ports, await config(0, 1))).toBe(1);
    const offered = async (leadId: string) => (await ports.leads.state(leadId))?.offer?.agentId;
    expect([await offered(buyer), await offered(first), await offered(second)]).toEqual([undefined, "s", undefined]);
    expect(await drainQueue(ports, await config(2, 1))).toBe(2);
    expect([await offered(buyer), await offered(second)]).toEqual(["b", "b"]);
    const { state } = (await ports.leads.load(second)) as LeadItems;
    expect(state.events[0]).toMatchObject({ type: "lead.offered", ruleId: "sellers-too" });
  });
});
