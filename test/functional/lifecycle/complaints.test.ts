import { describe, expect, test } from "vitest";
import * as z from "zod";
import { shareLeadId } from "../../../shared/domain/shares/share-lead-id.ts";
import { undocumented } from "../../support/documented.ts";
import { day, type LeadDesk, minute, openDesk, type Person, reached } from "./lead-desk.ts";

const unfair = { reason: "Third lead of my street for another team" };
const route = "POST /v1/leads/{id}/complain";
const told = z.array(
  z.looseObject({ kind: z.string(), to: z.string(), text: z.string(), leadId: z.string().optional() }),
);

async function complaintsTold({ world }: LeadDesk, leadId: string) {
  const notices = told.parse(await world.notices());
  return notices.filter((notice) => notice.leadId === leadId && notice.kind === "complained");
}
const everything = async ({ world }: LeadDesk, leadId: string) =>
  JSON.stringify([
    await world.ports.leads.state(leadId),
    await world.ports.leads.body(leadId),
    await world.ports.leads.history(leadId),
  ]);

/** Offered to anna, who let it pass; ben has it now. */
async function letPass() {
  const desk = await openDesk();
  const leadId = await desk.lead();
  await desk.pass(5 * minute);
  expect(await desk.state(leadId)).toMatchObject({ tried: ["anna"], offer: { agentId: "ben" } });
  return { desk, leadId };
}

describe("a complaint about how a lead was given out (E8, F4)", () => {
  test("is filed, told to the team's leader, seen in the history, and changes nothing about the lead", async () => {
    const { desk, leadId } = await letPass();
    const before = await desk.state(leadId);
    const filed = await desk.act("anna", leadId, "complain", unfair);
    expect(undocumented(route, filed)).toEqual([]);
    // Anna sees no more of the lead than before.
    expect(filed).toEqual({
      ...filed,
      status: 200,
      body: {
        ...{ leadId, version: before.version + 1, status: "offered" },
        complaint: { told: ["lena"], next: expect.stringMatching(/lena reads your reason and will get back to you/) },
      },
    });
    const { version, commitId, events, ...after } = await desk.state(leadId);
    expect({ ...before, ...after }).toEqual(before);
    const notices = await complaintsTold(desk, leadId);
    expect(notices.map(({ to }) => to)).toEqual(["city"]);
    expect(notices[0]?.text).toMatch(
      /^anna beschwert sich über die Vergabe des Leads Erika M\..*Begründung: Third lead of my street/,
    );

    expect((await desk.ask("lena", "GET", `/v1/leads/${leadId}`)).body).toMatchObject({
      complaints: [{ version, by: "anna", about: before.version, ...unfair }],
    });
    const read = async (person: Person) => {
      const answer = await desk.ask(person, "GET", `/v1/leads/${leadId}/history`);
      expect(undocumented("GET /v1/leads/{id}/history", answer)).toEqual([]);
      const { items } = z.object({ items: z.array(z.looseObject({ type: z.string() })) }).parse(answer.body);
      return items.filter(({ type }) => type === "lead.complained");
    };
    const entry = { version, actor: "agent:anna", about: before.version, ruleId: "all", method: "roundRobin" };
    expect(await read("lena")).toMatchObject([{ ...entry, ...unfair }]);
    for (const person of ["ben", "marta"] as const) {
      const [seen] = await read(person);
      expect(seen).toMatchObject(entry);
      expect(seen).not.toHaveProperty("reason");
    }
    expect((await desk.ask("ben", "GET", `/v1/leads/${leadId}`)).body).not.toHaveProperty("complaints");

    // The offer's own time goes on, and everything after it.
    await desk.pass(5 * minute);
    expect(await desk.state(leadId)).toMatchObject({ offer: { agentId: "cem" } });
    await desk.act("cem", leadId, "accept");
    await desk.act("cem", leadId, "contact", reached);
    await desk.act("cem", leadId, "complain", { reason: "I had to call her from my holiday" });
    expect(await desk.executions(leadId)).toHaveLength(1);
    expect((await desk.ask("cem", "GET", `/v1/leads/${leadId}`)).body).toMatchObject({
      complaints: [{ by: "cem" }],
    });
    await desk.check();
  });

  test("counts once for each agent and decision, whoever asks again, with a key or without", async () => {
    const { desk, leadId } = await letPass();
    const first = await desk.act("anna", leadId, "complain", unfair, "key-1");
    expect(await desk.act("anna", leadId, "complain", unfair, "key-1")).toEqual(first);
    expect((await desk.act("anna", leadId, "complain", { reason: "Another" }, "key-1")).status).toBe(422);
    expect(await desk.act("anna", leadId, "complain", { reason: "Another" })).toEqual(first);
    expect((await desk.act("ben", leadId, "complain", unfair)).status).toBe(200);
    await desk.act("ben", leadId, "decline", { reason: "busy" });
    expect((await desk.act("anna", leadId, "complain", unfair)).status).toBe(200);
    expect((await desk.history(leadId)).filter((type) => type === "lead.complained")).toHaveLength(3);
    expect(await complaintsTold(desk, leadId)).toHaveLength(3);
    await desk.check();
  });

  test("is for who knows the lead: for others there is none, and nothing is said about the person", async () => {
    const { desk, leadId } = await letPass();
    expect((await desk.act("cem", leadId, "complain", unfair)).status).toBe(404);
    expect((await desk.act("ida", leadId, "complain", unfair)).status).toBe(404);
    expect((await desk.act("marta", leadId, "complain", unfair)).status).toBe(403);
    expect(await desk.act("anna", leadId, "complain")).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/reason" }] },
    });
    const filed = await desk.act("anna", leadId, "complain", unfair);
    expect(JSON.stringify(filed.body)).not.toMatch(/Erika|Mustermann|example\.com/);
    expect(await complaintsTold(desk, leadId)).toHaveLength(1);
  });

  test("about a claim comes from who saw the lead in the pool and was slower", async () => {
    const desk = await openDesk({ rules: [{ id: "picks", method: { type: "cherryPick" } }] });
    const leadId = await desk.lead();
    await desk.act("ben", leadId, "claim");
    expect((await desk.act("cem", leadId, "complain", unfair)).status).toBe(200);
    expect((await desk.state(leadId)).events).toMatchObject([
      { type: "lead.complained", actor: "agent:cem", agentId: "ben", ruleId: "picks", method: "cherryPick" },
    ]);
    expect(await desk.state(leadId)).toMatchObject({ ownerId: "ben", picked: true });
    await desk.check();
  });

  test("about the leader's own choice goes to the managers, each by the own channel", async () => {
    const desk = await openDesk();
    await desk.agent("mia", { channels: ["email"], locale: "en" });
    const leadId = await desk.lead();
    await desk.ask("mia", "GET", `/v1/leads/${leadId}`);
    const as = { person: "lena", groups: ["leader"] };
    const body = { agentId: "cem", reason: "knows the street" };
    await desk.world.ask("POST", `/v1/leads/${leadId}/assign`, { as, body });
    await desk.world.settle();
    expect((await desk.act("anna", leadId, "complain", unfair)).body).toMatchObject({ complaint: { told: ["mia"] } });
    const notices = await complaintsTold(desk, leadId);
    expect(notices).toMatchObject([{ to: "mia@example.com" }]);
    expect(notices[0]?.text).toMatch(/^anna complains about who got the lead Erika M\..*Reason: Third lead/);
    await desk.pass(minute);
    for (const path of [`/v1/leads/${leadId}`, `/v1/leads/${leadId}/history`, "/v1/reports/cherry-pick"]) {
      const seen = async (person: Person) => JSON.stringify((await desk.ask(person, "GET", path)).body);
      expect(await seen("mia")).toContain(unfair.reason);
      expect(await seen("lena")).not.toContain(unfair.reason);
    }
  });

  test("about a lead that was shared is a recipient's on the own share, a leader's on the whole, and goes with both (C11)", async () => {
    const desk = await openDesk({ rules: [{ id: "all", method: { type: "shared", shares: 2 } }] });
    const leadId = await desk.lead();
    expect((await desk.act("anna", leadId, "complain", unfair)).body).toMatchObject({
      complaint: { told: ["lena"] },
    });
    const as = { person: "lena", groups: ["leader"] };
    const whole = await desk.world.ask("POST", `/v1/leads/${leadId}/complain`, { as, body: unfair });
    expect(whole).toMatchObject({ status: 200, body: { leadId, complaint: { told: ["mia"] } } });
    await desk.world.settle();
    expect((await desk.act("cem", leadId, "complain", unfair)).status).toBe(404);
    const parts = [leadId, shareLeadId(leadId, 1), shareLeadId(leadId, 2)];
    const complained = async () => Promise.all(parts.map(async (id) => (await desk.history(id)).at(-1)));
    expect(await complained()).toEqual(["lead.complained", "lead.complained", "lead.offered"]);
    // Nobody else who has a share hears of it.
    expect((await complaintsTold(desk, leadId)).map(({ to }) => to)).toEqual(["mia@example.com"]);
    expect(await desk.told(shareLeadId(leadId, 2), "ben")).toEqual(["offer"]);
    await desk.world.ask("DELETE", `/v1/leads/${leadId}`, { as: { person: "mia", groups: ["manager"] } });
    await desk.world.settle();
    for (const id of parts) expect(await everything(desk, id)).not.toContain("Third lead");
    await desk.check();
  });

  test("is kept once, though what follows from it fails and is repeated", async () => {
    const { desk, leadId } = await letPass();
    // The last thing that may fail: the notice, twice.
    await desk.world.inject("crash", () => 0.99);
    await desk.world.inject("duplicate", () => 0);
    await desk.act("anna", leadId, "complain", unfair);
    await desk.world.settle();
    expect(await desk.world.ports.leads.body(leadId)).toMatchObject({ complaints: [{ by: "anna", ...unfair }] });
    expect((await desk.history(leadId)).filter((type) => type === "lead.complained")).toHaveLength(1);
  });

  test("goes with the lead: after an erasure nobody finds what was written, and nobody complains any more", async () => {
    const { desk, leadId } = await letPass();
    await desk.act("anna", leadId, "complain", unfair);
    await desk.act("ben", leadId, "complain", { reason: "Third lead of a friend" });
    expect(await everything(desk, leadId)).toContain("Third lead");
    await desk.world.ask("DELETE", `/v1/leads/${leadId}`, { as: { person: "mia", groups: ["manager"] } });
    await desk.world.settle();
    expect(await everything(desk, leadId)).not.toContain("Third lead");
    expect((await desk.history(leadId)).filter((type) => type === "lead.complained")).toHaveLength(2);
    expect(await desk.act("mia", leadId, "complain", unfair)).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/wrong-state$/) },
    });
    await desk.check();
  });

  test("erased before what follows from it was done, it is not kept", async () => {
    const { desk, leadId } = await letPass();
    const as = { person: "anna", groups: ["agent"] };
    await desk.world.ask("POST", `/v1/leads/${leadId}/complain`, { as, body: unfair });
    await desk.world.ask("DELETE", `/v1/leads/${leadId}`, { as: { person: "mia", groups: ["manager"] } });
    await desk.world.settle();
    expect(await everything(desk, leadId)).not.toContain("Third lead");
    await desk.pass(day);
    await desk.check();
  });
});
