import { afterEach, describe, expect, it } from "vitest";
import { admin, day, type LocalTenant, minute, reached, second, won } from "../../support/world/local-tenant.ts";
import { expectProblem } from "./bad-input.ts";
import { accepted, contactAndWin, holder, staff } from "./staff.ts";

/** From the offer to the first contact (D1, D2), with what each way costs in billed transitions. */
export function offerScenarios(tenant: () => LocalTenant): void {
  const pass = (ms: number) => tenant().world.advance(ms);
  const told = async (leadId: string, kind: string) =>
    (await tenant().world.outbox()).filter((item) => item.leadId === leadId && item.kind === kind);
  /** Until just before the offer's end, then past it. */
  const passOffer = async (leadId: string) => {
    const { offer } = await tenant().state(leadId);
    await pass((offer?.expiresAt ?? 0) + 2 * second - tenant().world.now());
  };

  describe("offers", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("accepted, contacted and won in time: one execution of at most five transitions", async () => {
      const { leadId, owner } = await accepted(tenant());
      await pass(5 * minute);
      await tenant().act(owner, leadId, "contact", reached);
      await pass(2 * day);
      expect((await tenant().act(owner, leadId, "convert", won)).body).toMatchObject({ status: "converted" });
      expect(await tenant().world.executions(leadId)).toMatchObject([{ name: `${leadId}-1`, status: "SUCCEEDED" }]);
      expect(await tenant().transitions(leadId)).toBeLessThanOrEqual(5);
    });

    it("each later offer is one transition more", async () => {
      const { leadId, offer } = await tenant().lead({ temperature: "hot" });
      const asked = [offer?.agentId];
      for (const _ of ["second", "third"]) {
        await passOffer(leadId);
        asked.push(await holder(tenant(), leadId));
      }
      expect(new Set(asked)).toEqual(new Set(staff));
      await tenant().act(await holder(tenant(), leadId), leadId, "accept");
      await contactAndWin(tenant(), leadId);
      expect(await tenant().transitions(leadId)).toBeLessThanOrEqual(5 + 2);
      expect(await told(leadId, "offer")).toHaveLength(3);
    });

    it("a complaint is told, seen and counted, moves no timer and costs no transition", async () => {
      const { leadId, offer } = await tenant().lead({ temperature: "hot" });
      const [late, complaint] = [offer?.agentId ?? "nobody", { reason: "I was with a client of ours" }];
      await passOffer(leadId);
      const { deadlines } = await tenant().state(leadId);
      expect(await tenant().act(late, leadId, "complain", complaint)).toMatchObject({
        status: 200,
        body: { leadId, status: "offered", complaint: { told: ["lena"] } },
      });
      expect(await tenant().state(leadId)).toMatchObject({ status: "offered", deadlines });
      const [mail] = await told(leadId, "complained");
      expect(mail).toMatchObject({ to: "lena@example.com", text: expect.stringContaining(complaint.reason) });
      await tenant().act(await holder(tenant(), leadId), leadId, "accept");
      await contactAndWin(tenant(), leadId);
      expect(await tenant().transitions(leadId)).toBeLessThanOrEqual(5 + 1);
      await pass(minute);
      const { body } = await tenant().ask("mia", "GET", "/v1/reports/cherry-pick");
      expect(body).toMatchObject({ all: { complaints: 1 }, complaints: [{ leadId, agentId: late, ...complaint }] });
      await tenant().world.ask("DELETE", `/v1/leads/${leadId}`, { as: admin });
      await tenant().world.settle();
      const lead = { state: await tenant().state(leadId), body: await tenant().world.ports.leads.body(leadId) };
      const history = await tenant().world.ports.leads.history(leadId);
      expect(history.flatMap(({ events }) => events.map(({ type }) => type))).toContain("lead.complained");
      expect(JSON.stringify([lead, history])).not.toContain(complaint.reason);
    });

    it("three offers that run out put a hot lead into the pool, where one of two who claim it has it", async () => {
      const { leadId } = await tenant().lead({ temperature: "hot" });
      for (const _ of staff) await passOffer(leadId);
      expect(await tenant().state(leadId)).toMatchObject({ status: "pooled" });
      const claims = await Promise.all([tenant().act("anna", leadId, "claim"), tenant().act("ben", leadId, "claim")]);
      expect(claims.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await contactAndWin(tenant(), leadId);
    });

    it("contact after the leader was told is one transition more, by the backup two", async () => {
      const { leadId, owner } = await accepted(tenant());
      await pass(15 * minute + second);
      expect(await told(leadId, "waiting")).toMatchObject([{ to: "lena@example.com" }]);
      expect(await holder(tenant(), leadId)).toBe(owner);
      await contactAndWin(tenant(), leadId);
      expect(await tenant().transitions(leadId)).toBeLessThanOrEqual(5 + 1);

      const other = await accepted(tenant());
      await pass(30 * minute + 2 * second);
      const backup = await holder(tenant(), other.leadId);
      expect(backup).not.toBe(other.owner);
      expect(await told(other.leadId, "assigned")).toMatchObject([{ agentId: backup }]);
      await contactAndWin(tenant(), other.leadId);
      expect(await tenant().transitions(other.leadId)).toBeLessThanOrEqual(5 + 2);
    });

    it("ten taps on accept at once are one version; a colleague's offer does not exist", async () => {
      const { leadId, offer } = await tenant().lead({ temperature: "hot" });
      const [mine, colleague] = offer?.agentId === "anna" ? ["anna", "ben"] : [offer?.agentId ?? "", "anna"];
      const [wrong, ...right] = await Promise.all([
        tenant().act(colleague, leadId, "accept"),
        ...Array.from({ length: 10 }, () => tenant().act(mine, leadId, "accept")),
      ]);
      expectProblem(wrong, { status: 404, type: "not-found" });
      expect(right.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(new Set(right.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect((await tenant().history(leadId)).filter((type) => type === "lead.accepted")).toHaveLength(1);
      await contactAndWin(tenant(), leadId);
    });

    it("accepting when the time is over: 409, before and after its timer has had its effect", async () => {
      const { leadId, offer } = await tenant().lead({ temperature: "hot" });
      const mine = offer?.agentId ?? "";
      // The timer fires, but its function is out of breath for a while.
      const throttled = { service: "lambda", function: "Workflow", kind: "throttle", count: 4 };
      await tenant().world.ask("POST", "/_local/faults", { body: throttled });
      await passOffer(leadId);
      expect(await holder(tenant(), leadId)).toBe(mine);
      const before = await tenant().act(mine, leadId, "accept");
      expectProblem(before, { status: 409, type: "wrong-state", advice: /time to answer this offer is over/ });
      expect(before.body).toMatchObject({ currentStatus: "offered", expired: true });
      await tenant().world.clearFaults();
      await pass(2 * minute);
      const next = await holder(tenant(), leadId);
      expect(next).not.toBe(mine);
      expectProblem(await tenant().act(mine, leadId, "accept"), { status: 409, type: "wrong-state" });
      // Just when the next offer ends, its agent accepts while the timer fires: one of the two counts, whole.
      const { offer: second } = await tenant().state(leadId);
      const race = pass((second?.expiresAt ?? 0) - tenant().world.now());
      const answer = await tenant().ask(next, "POST", `/v1/leads/${leadId}/accept`, {});
      await race;
      expect([200, 409]).toContain(answer.status);
      if (answer.status === 200) expect(await holder(tenant(), leadId)).toBe(next);
    });
  });
}
