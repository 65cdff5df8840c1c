import { beforeEach, describe, expect, test } from "vitest";
import { postEngagement } from "../../../functions/intake/engagement.ts";
import { postLead } from "../../../functions/intake/leads.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { addSource, bodyOf } from "./intake-desk.ts";
import { openEdge, sender } from "./intake-edge.ts";

let ports: MemoryPorts;
const send = sender(() => ports);
beforeEach(async () => {
  ports = await openEdge();
});

describe("POST /v1/engagement", () => {
  const lead = { email: "erika.mustermann@example.com", externalId: "7" };

  test("a nurtured lead that reaches the threshold is handed over", async () => {
    await ports.config.savePlan(
      { ...(await planNow()), scoring: { ...(await planNow()).scoring, base: 30 } },
      undefined,
    );
    expect(await send(postLead, "lead-minimal", { json: lead })).toMatchObject({ body: { status: "nurture" } });
    const engaged = await send(postEngagement, "engagement");
    expect(engaged).toMatchObject({ status: 200, body: { status: "offered", score: 55 } });
  });

  test("the lead is found by its id, the sender's id or the person's e-mail, and only so", async () => {
    const { leadId } = (await send(postLead, "lead-minimal", { json: lead })).body as { leadId: string };
    for (const who of [{ leadId }, { externalId: "7" }, { email: " Erika.Mustermann@EXAMPLE.com" }]) {
      const engaged = await send(postEngagement, "engagement", { json: { ...who, type: "visit" } });
      expect(engaged).toMatchObject({ status: 200, body: { leadId } });
    }
    for (const who of [{ externalId: "8" }, { email: "b@example.com" }, { email: "nobody" }]) {
      expect((await send(postEngagement, "engagement", { json: { ...who, type: "visit" } })).status).toBe(404);
    }
    expect((await send(postEngagement, "engagement", { json: { type: "visit" } })).status).toBe(422);
  });

  test("the same key records it once", async () => {
    const { leadId } = (await send(postLead, "lead-minimal", { json: lead })).body as { leadId: string };
    const headers = { "idempotency-key": '"e-1"' };
    const once = await send(postEngagement, "engagement", { headers });
    expect(await send(postEngagement, "engagement", { headers })).toEqual(once);
    const json = { email: lead.email, type: "visit" };
    expect((await send(postEngagement, "engagement", { headers, json })).status).toBe(422);
    const { engagement } = await bodyOf(ports, leadId);
    expect(engagement).toHaveLength(1);
  });

  test("a source that learns only verdicts reports on its own leads alone", async () => {
    await addSource(ports, "website");
    await send(postLead, "lead-minimal", { json: lead });
    await ports.config.putSourceKey(ports.secrets.digest("fl_src_vendor"), { sourceId: "vendor", createdAt: 0 });
    await addSource(ports, "vendor", { answer: "verdict" });
    const headers = { authorization: "Bearer fl_src_vendor" };
    expect((await send(postEngagement, "engagement", { headers })).status).toBe(404);
    await send(postLead, "lead-minimal", { headers, json: { email: "mine@example.com" } });
    const json = { email: "mine@example.com", type: "visit" };
    expect(await send(postEngagement, "engagement", { headers, json })).toMatchObject({ body: { recorded: true } });
  });

  async function planNow() {
    const { plan } = await ports.config.current();
    if (plan === undefined) throw new Error("no plan");
    const { version, ...input } = plan;
    return input;
  }
});
