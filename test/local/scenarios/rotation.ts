import { afterEach, describe, expect, it } from "vitest";
import { day, type LocalTenant, minute, won } from "../../support/world/local-tenant.ts";
import { openPool, roomy, tally } from "./scenario-pool.ts";

const three = { A: roomy, B: roomy, C: roomy };

/** Scenarios 1–7 and 9–11 of the routing specification, lead by lead through the API. */
export function rotationScenarios(tenant: () => LocalTenant): void {
  describe("rotation", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("1: A, B, C, A, although the first two leads were closed before the third", async () => {
      const pool = await openPool(tenant(), "s1", three);
      const first: string[] = [];
      for (const agent of ["A", "B"]) {
        const { leadId, offer } = await tenant().lead();
        first.push(offer?.agentId ?? "-");
        await tenant().act(pool.id(agent), leadId, "accept");
        expect((await tenant().act(pool.id(agent), leadId, "lose", { reason: "bought elsewhere" })).status).toBe(200);
      }
      expect(first).toEqual([pool.id("A"), pool.id("B")]);
      expect(await pool.offered(2)).toEqual(["C", "A"]);
    });

    it("2: six leads are 2/2/2; D joins, and the next four are one each", async () => {
      const pool = await openPool(tenant(), "s2", three);
      expect(tally(await pool.offered(6))).toEqual({ A: 2, B: 2, C: 2 });
      await pool.agent("D", roomy);
      expect(tally(await pool.offered(4))).toEqual({ A: 1, B: 1, C: 1, D: 1 });
    });

    it.each([
      { scenario: "3", weights: { A: 2, B: 1, C: 1 }, leads: 60, expected: { A: 30, B: 15, C: 15 } },
      { scenario: "4", weights: { A: 9, B: 6, C: 5, D: 1 }, leads: 21, expected: { A: 9, B: 6, C: 5, D: 1 } },
      { scenario: "5", weights: { A: 5, B: 1, C: 1 }, leads: 7, expected: { A: 5, B: 1, C: 1 } },
    ])("$scenario: weights $weights give $expected, each prefix within one", async (given) => {
      const { scenario, weights, leads, expected } = given;
      const agents = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, { ...roomy, weight }]));
      const pool = await openPool(tenant(), `s${scenario}`, agents, { type: "weighted" });
      const got = await pool.offered(leads);
      expect(tally(got)).toEqual(expected);
      const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
      for (let n = 1; n <= leads; n += 1) {
        const soFar = tally(got.slice(0, n));
        for (const [name, weight] of Object.entries(weights)) {
          expect(Math.abs((soFar[name] ?? 0) - (n * weight) / total)).toBeLessThan(1);
        }
      }
    });

    it("6: C on vacation and E full: twelve leads are A 4, B 4, D 4", async () => {
      const pool = await openPool(tenant(), "s6", { ...three, D: roomy, E: {} });
      await pool.away("C");
      await pool.fill("E", 15);
      expect(tally(await pool.offered(12))).toEqual({ A: 4, B: 4, D: 4 });
    });

    it("7: a new agent with a third of a share among four gets 3 of 39", async () => {
      const startedOn = new Date(tenant().world.now()).toISOString().slice(0, 10);
      const pool = await openPool(tenant(), "s7", { ...three, D: roomy, N: { ...roomy, startedOn } });
      expect(tally(await pool.offered(39))).toEqual({ A: 9, B: 9, C: 9, D: 9, N: 3 });
    });

    it("9: back from a leave in which B got 2, A is next, and the ten after are 5/5", async () => {
      const pool = await openPool(tenant(), "s9", { A: roomy, B: roomy });
      expect(tally(await pool.offered(2))).toEqual({ A: 1, B: 1 });
      await pool.away("A");
      expect(await pool.offered(2)).toEqual(["B", "B"]);
      await tenant().world.advance(day + minute);
      expect(await pool.offered(1)).toEqual(["A"]);
      expect(tally(await pool.offered(10))).toEqual({ A: 5, B: 5 });
    });

    it("10: away for the first twelve of 24 leads, C gets 4 and the others 10 each", async () => {
      const pool = await openPool(tenant(), "s10", three);
      const comeBack = await pool.away("C");
      const first = await pool.offered(12);
      await comeBack();
      expect(tally([...first, ...(await pool.offered(12))])).toEqual({ A: 10, B: 10, C: 4 });
    });

    it("11: a past absence does not keep the only agent from a lead", async () => {
      const pool = await openPool(tenant(), "s11", { A: roomy });
      await pool.away("A", 1);
      await tenant().world.advance(9 * day);
      expect(await pool.offered(1)).toEqual(["A"]);
    });
  });
}

/** Scenarios 12 and 14: what is open counts, what is closed does not. */
export function capacityScenarios(tenant: () => LocalTenant): void {
  describe("capacity", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("12: all full, three of six leads wait; more capacity gives out exactly those, in arrival order", async () => {
      const pool = await openPool(tenant(), "s12", { A: { capacity: 1 } });
      const leadIds: string[] = [];
      for (const close of ["convert", "lose", undefined] as const) {
        const { leadId } = await tenant().lead();
        leadIds.push(leadId);
        await tenant().act(pool.id("A"), leadId, "accept");
        await tenant().act(pool.id("A"), leadId, "contact", { channel: "call", outcome: "reached" });
        if (close) await tenant().act(pool.id("A"), leadId, close, close === "convert" ? won : { reason: "no" });
      }
      for (let n = 0; n < 3; n += 1) {
        const { leadId, verdict, status } = await tenant().lead();
        leadIds.push(leadId);
        expect({ verdict, status }).toEqual({ verdict: "accepted", status: "queued" });
      }
      const statuses = async () => Promise.all(leadIds.map(async (id) => (await tenant().state(id)).status));
      expect(await statuses()).toEqual(["converted", "lost", "contacted", "queued", "queued", "queued"]);
      expect((await tenant().state(leadIds[3] ?? "")).reason).toBe("capacity");
      await pool.agent("A", { capacity: 15 });
      await tenant().world.settle();
      expect(await statuses()).toEqual(["converted", "lost", "contacted", "offered", "offered", "offered"]);
      const waiting = await tenant().world.ports.leads.states(leadIds.slice(3));
      const turns = waiting.map(({ events }) => events.find((event) => event.ticket)?.ticket?.n ?? Number.NaN);
      expect(turns).toEqual(turns.toSorted((a, b) => a - b));
      expect(turns).not.toContain(Number.NaN);
    });

    it("14: with 3, 1 and 2 open leads the second is next; who has none before all", async () => {
      const pool = await openPool(tenant(), "s14", three, { type: "leastLoaded" });
      await pool.fill("A", 3);
      await pool.fill("B", 1);
      const ofC = await pool.fill("C", 2);
      expect(await pool.offered(1)).toEqual(["B"]);
      for (const leadId of ofC) await tenant().act(pool.id("C"), leadId, "lose", { reason: "bought elsewhere" });
      expect(await pool.offered(1)).toEqual(["C"]);
    });
  });
}
