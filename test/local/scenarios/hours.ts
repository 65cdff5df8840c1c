import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { hour, type LocalTenant, minute } from "../../support/world/local-tenant.ts";
import { expectProblem } from "./bad-input.ts";

const open = ["12:00-18:00"];
const businessHours = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };

/** A zone where it is between ten and eleven in the morning, whenever the test runs: the business opens soon. */
function morningZone(now: number): string {
  const offset = ((10 - new Date(now).getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}

/** After hours, on call, percentages, the queue (C13, C17). Agents anna, ben, cem in this order. */
export function hoursScenarios(tenant: () => LocalTenant): void {
  const pass = (ms: number) => tenant().world.advance(ms);
  const offered = async (leadId: string) => (await tenant().state(leadId)).offer?.agentId;

  describe("after hours", () => {
    let [timezone, opensAt] = ["UTC", 0];
    beforeAll(() => {
      const now = tenant().world.now();
      timezone = morningZone(now);
      opensAt = now - (now % hour) + 2 * hour;
    });
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("leads go to whoever is on call, whom everybody can see", async () => {
      const rota = { agents: ["cem", "ben"], turn: "P1D", startsOn: "2026-01-01" };
      await tenant().plan({ timezone, businessHours, onCall: { outsideHours: "onCall", rota } });
      const { body } = await tenant().ask("anna", "GET", "/v1/on-call");
      const { onDuty } = body as { readonly onDuty: { readonly agentId: string } };
      expect(body).toMatchObject({ open: false, onDuty: { available: true } });
      const { leadId } = await tenant().lead({ temperature: "hot" });
      expect(await offered(leadId)).toBe(onDuty.agentId);
      await tenant().act(onDuty.agentId, leadId, "decline", { reason: "asleep" });
      expect(await offered(leadId)).toBe(onDuty.agentId === "cem" ? "ben" : "cem");
      await tenant().act((await offered(leadId)) ?? "", leadId, "accept");
    });

    it("or wait and go out in order of arrival at the moment the business opens", async () => {
      await tenant().plan({ timezone, businessHours, onCall: { outsideHours: "hold" } });
      const leads: string[] = [];
      for (let n = 0; n < 4; n++) {
        const { leadId, status } = await tenant().lead({ temperature: "warm" });
        expect(status).toBe("queued");
        leads.push(leadId);
        await pass(minute);
      }
      await pass(opensAt + 2000 - tenant().world.now());
      await tenant().world.settle();
      const states = await Promise.all(leads.map((leadId) => tenant().state(leadId)));
      expect(states.map(({ offer }) => offer?.agentId)).toEqual(["anna", "ben", "cem", "anna"]);
      const openedAt = Math.min(...states.map(({ since }) => since));
      expect(openedAt - opensAt).toBeLessThan(minute);
      for (const { offer } of states) expect(offer?.expiresAt).toBeGreaterThanOrEqual(openedAt + 30 * minute);
    });
  });

  describe("a mix", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("splits the stream by percentages and says which part had its turn; bad ones are refused in their place", async () => {
      const parts = [
        { percent: 75, method: { type: "agent", agentId: "anna" } },
        { percent: 25, method: { type: "agent", agentId: "ben" } },
      ];
      await tenant().plan({ rules: [{ id: "split", method: { type: "mix", parts } }] });
      const agents = await tenant().offered(8, { temperature: "cold" });
      expect(agents.filter((agentId) => agentId === "anna")).toHaveLength(6);
      expect(agents.filter((agentId) => agentId === "ben")).toHaveLength(2);
      const wrong = { timezone: "UTC", defaultCountry: "DE", fallback: { type: "mix", parts: [parts[0], parts[0]] } };
      const answer = await tenant().ask("root", "PUT", "/v1/plan", { ...wrong, rules: [] });
      expectProblem(answer, { status: 422, type: "invalid", pointers: ["/fallback/parts"] });
    });
  });

  describe("the queue", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("is drained in order when the plan changes, when somebody is back, and nobody blocks those behind", async () => {
      const seller = { field: "interest", op: "eq", value: "seller" };
      const toNobody = { id: "sellers", when: seller, method: { type: "agent", agentId: "dana" }, overflow: "queue" };
      const toCem = { id: "all", method: { type: "agent", agentId: "cem" }, overflow: "queue" };
      await tenant().agent("dana", { capacity: 1000, status: "paused" });
      await tenant().agent("cem", { capacity: 1000, status: "paused" });
      await tenant().plan({ rules: [toNobody, toCem] });
      const first = await tenant().lead({ interest: "seller" });
      const second = await tenant().lead({ interest: "buyer" });
      expect([first.status, second.status]).toEqual(["queued", "queued"]);
      await tenant().agent("cem", { capacity: 1000 });
      await tenant().world.settle();
      expect([await offered(first.leadId), await offered(second.leadId)]).toEqual([undefined, "cem"]);
      await tenant().plan({ rules: [{ ...toNobody, overflow: "next" }, toCem] });
      await tenant().world.settle();
      expect(await offered(first.leadId)).toBe("cem");
    });
  });
}
