import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { type LeadDesk, minute, openDesk, reached } from "../lifecycle/lead-desk.ts";

const shared = { id: "all", method: { type: "shared", shares: 2 }, overflow: "queue" };
const row = z.looseObject({
  shareId: z.string(),
  status: z.string(),
  recipient: z.looseObject({ agentId: z.string().optional() }).optional(),
  firstContactAt: z.string().optional(),
});
const view = z.looseObject({ leadId: z.string(), status: z.string(), shares: z.array(row) });

describe("a shared lead", () => {
  let desk: LeadDesk;
  const open = async (plan: object = {}) => {
    desk = await openDesk({ rules: [shared], ...plan });
  };
  const seen = async (leadId: string, person: Parameters<LeadDesk["ask"]>[0] = "root") =>
    view.parse((await desk.ask(person, "GET", `/v1/leads/${leadId}`)).body);
  const having = async (leadId: string) => (await seen(leadId)).shares.map(({ recipient }) => recipient?.agentId);
  afterEach(() => desk.check());

  it("is offered to different agents at once, each with an own lead item, execution and notice", async () => {
    await open();
    const leadId = await desk.lead({ shares: 3, exclusivity: "shared" });
    expect(await having(leadId)).toEqual(["anna", "ben"]);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", shares: { given: [{}, {}] } });
    for (const [n, agent] of [
      [1, "anna"],
      [2, "ben"],
    ] as const) {
      const share = shareLeadId(leadId, n);
      expect(await desk.state(share)).toMatchObject({ status: "offered", offer: { agentId: agent }, version: 1 });
      expect(await desk.executions(share)).toMatchObject([{ name: `${share}-1`, status: "RUNNING" }]);
      expect(await desk.told(share, agent)).toEqual(["offer"]);
    }
    expect(await desk.executions(leadId)).toEqual([]);
    // The next one goes on where the rotation stands.
    expect(await having(await desk.lead())).toEqual(["cem", "anna"]);
  });

  it("has as many shares as can take it, and one when it is exclusive", async () => {
    await open({ rules: [{ ...shared, method: { type: "shared", shares: 5 } }] });
    expect(await having(await desk.lead())).toEqual(["anna", "ben", "cem"]);
    const exclusive = await desk.lead({ exclusivity: "exclusive", shares: 5 });
    expect(await desk.state(exclusive)).toMatchObject({ status: "offered", offer: { agentId: "anna" }, version: 2 });
    expect((await desk.executions(exclusive)).length).toBe(1);
  });

  it("never goes to more than its sender allows", async () => {
    await open({ rules: [{ ...shared, method: { type: "shared", shares: 3 } }] });
    expect(await having(await desk.lead({ shares: 2 }))).toHaveLength(2);
  });

  it("takes the lead's own number of shares, else three", async () => {
    await open({ rules: [{ ...shared, method: { type: "shared" } }] });
    expect(await having(await desk.lead({ shares: 2 }))).toHaveLength(2);
    expect(await having(await desk.lead())).toHaveLength(3);
  });

  it("is acted on under its own id by each recipient, and nobody sees another's part", async () => {
    await open();
    const leadId = await desk.lead();
    expect((await desk.act("ben", leadId, "accept")).body).toMatchObject({
      leadId,
      shareId: "2",
      status: "accepted",
      email: "p1@example.com",
      recipients: 2,
      exclusivity: "shared",
      shares: [
        { shareId: "1", status: "offered" },
        { shareId: "2", status: "accepted", recipient: { agentId: "ben" } },
      ],
    });
    expect((await desk.act("cem", leadId, "accept")).status).toBe(404);
    expect((await desk.ask("cem", "GET", `/v1/leads/${leadId}`)).status).toBe(404);
    const anna = await seen(leadId, "anna");
    expect(anna).toMatchObject({ leadId, status: "offered", shareId: "1" });
    expect(anna).not.toHaveProperty("email");
    expect(anna.shares[1]).toEqual({ shareId: "2", status: "accepted" });

    await desk.act("ben", leadId, "contact", reached);
    expect((await seen(leadId, "anna")).shares[1]?.firstContactAt).toBeDefined();
    expect(await seen(leadId)).toMatchObject({
      status: "contacted",
      shares: [{ status: "offered" }, { status: "contacted" }],
    });
    expect((await desk.state(leadId)).ownerId).toBeUndefined();
    expect((await desk.ask("ben", "GET", `/v1/leads/${leadId}/history`)).status).toBe(200);
  });

  it("is acted on by a leader with the share's number", async () => {
    await open();
    const leadId = await desk.lead();
    const unnamed = await desk.act("root", leadId, "assign", { agentId: "cem", reason: "knows the street" });
    expect(unnamed).toMatchObject({ status: 422, body: { errors: [{ pointer: "/share" }] } });
    const named = await desk.act("root", leadId, "assign?share=2", { agentId: "cem", reason: "knows the street" });
    expect(named).toMatchObject({ status: 200, body: { leadId, shareId: "2", ownerId: "cem" } });
    const twice = await desk.act("root", leadId, "assign?share=1", { agentId: "cem", reason: "knows the house" });
    expect(twice).toMatchObject({ status: 409, body: { type: expect.stringMatching(/has-share$/) } });
    expect((await desk.act("root", leadId, "assign?share=3", { agentId: "cem", reason: "?" })).status).toBe(404);
    expect((await desk.act("root", leadId, "assign?share=x", { agentId: "cem", reason: "?" })).status).toBe(422);
  });

  it("offers a share that is declined or let pass to whoever has none yet; then it stays unsold", async () => {
    await open();
    const leadId = await desk.lead();
    expect((await desk.act("anna", leadId, "decline", { reason: "no time" })).status).toBe(200);
    expect(await having(leadId)).toEqual(["cem", "ben"]);
    await desk.act("ben", leadId, "decline", { reason: "no time" });
    expect(await desk.state(shareLeadId(leadId, 2))).toMatchObject({ status: "lost", reason: "unsold" });
    await desk.pass(6 * minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "lost", reason: "unsold" });
    expect((await seen(leadId)).shares.map(({ status }) => status)).toEqual(["lost", "lost"]);
    expect(await desk.executions(shareLeadId(leadId, 1))).not.toContainEqual(
      expect.objectContaining({ status: "RUNNING" }),
    );
  });

  it("tells what happened to each share in the lead's history", async () => {
    await open();
    const leadId = await desk.lead();
    await desk.pass(minute);
    await desk.act("anna", leadId, "accept");
    const { body } = await desk.ask("root", "GET", `/v1/leads/${leadId}/history`);
    const items = z
      .object({ items: z.array(z.looseObject({ type: z.string(), shareId: z.string().optional() })) })
      .parse(body);
    expect(items.items.map(({ type, shareId }) => [type, shareId])).toEqual([
      ["lead.received", undefined],
      ["lead.updated", undefined],
      ["lead.offered", "1"],
      ["lead.offered", "2"],
      ["lead.updated", undefined],
      ["lead.accepted", "1"],
    ]);
    expect(items.items[1]).toMatchObject({ outcome: "shared", value: 2, decision: { chosen: ["anna", "ben"] } });
  });

  it("knows its person: a duplicate tells all who have a share", async () => {
    await open();
    const leadId = await desk.lead({ email: "erika@example.com" });
    await desk.act("anna", leadId, "accept");
    const again = await desk.lead({ email: "erika@example.com" });
    expect(await desk.state(again)).toMatchObject({ status: "duplicate", duplicateOf: leadId });
    expect(await desk.told(shareLeadId(leadId, 1), "anna")).toContain("enquiredAgain");
    expect(await desk.told(shareLeadId(leadId, 2), "ben")).toContain("enquiredAgain");
  });

  it("is erased and exported with its shares", async () => {
    await open();
    const leadId = await desk.lead({ phone: "+4930123456" });
    await desk.act("anna", leadId, "accept");
    const exported = await desk.ask("mia", "GET", `/v1/leads/${leadId}/export`);
    expect(exported).toMatchObject({ status: 200, body: { shares: [{ shareId: "1" }, { shareId: "2" }] } });
    await desk.ask("root", "DELETE", `/v1/leads/${shareLeadId(leadId, 2)}`);
    await desk.world.settle();
    for (const id of [leadId, shareLeadId(leadId, 1), shareLeadId(leadId, 2)]) {
      expect((await desk.state(id)).status).toBe("erased");
      expect((await desk.world.ports.leads.body(id))?.facts).toEqual({});
    }
  });

  it("is listed once for leaders, and for each agent as the own share", async () => {
    await open();
    const leadId = await desk.lead();
    const list = async (person: "root" | "anna") =>
      z
        .looseObject({ items: z.array(z.looseObject({ leadId: z.string() })) })
        .parse((await desk.ask(person, "GET", "/v1/leads")).body)
        .items.map((item) => item.leadId);
    expect(await list("root")).toEqual([leadId]);
    expect(await list("anna")).toEqual([shareLeadId(leadId, 1)]);
  });

  it("is shared when somebody can take it, if nobody could at first", async () => {
    await open();
    for (const agent of ["anna", "ben", "cem"] as const) await desk.agent(agent, { status: "paused" });
    const leadId = await desk.lead();
    expect((await desk.state(leadId)).status).toBe("queued");
    await desk.agent("ben", { status: "active" });
    expect(await having(leadId)).toEqual(["ben"]);
    expect((await desk.act("ben", leadId, "accept")).status).toBe(200);
    const history = await desk.ask("root", "GET", `/v1/leads/${leadId}/history`);
    expect(history.status).toBe(200);
  });
});
