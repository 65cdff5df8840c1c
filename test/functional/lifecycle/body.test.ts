import { describe, expect, it } from "vitest";
import { rewriteBody } from "../../../shared/usecases/lifecycle/rewrite-body.ts";
import { type LeadDesk, openDesk, reached } from "./lead-desk.ts";
import { accepted, oneLead } from "./one-lead.ts";

async function owned(desk: LeadDesk): Promise<string> {
  const leadId = await desk.lead({ interest: "buyer" });
  await desk.act("anna", leadId, "accept");
  return leadId;
}

const notesOf = async (desk: LeadDesk, leadId: string) =>
  ((await desk.world.ports.leads.body(leadId))?.notes ?? []).map(({ text }) => text);

describe("what is found out about a lead is never lost", () => {
  it("keeps the notes of many at once, and what others find at the same moment", async () => {
    const desk = await openDesk();
    const leadId = await owned(desk);
    const texts = Array.from({ length: 12 }, (_, n) => `note ${n}`);
    const answers = await Promise.all([
      ...texts.map((note) => desk.ask("anna", "POST", `/v1/leads/${leadId}/contact`, { ...reached, note })),
      desk.ask("lena", "PATCH", `/v1/leads/${leadId}`, { city: "Berlin" }),
      desk.ask("lena", "PATCH", `/v1/leads/${leadId}`, { custom: { garden: true } }),
      desk.ask("anna", "POST", `/v1/leads/${leadId}/qualify`, { checklist: { incomeVerified: true } }),
    ]);
    await desk.world.settle();
    const kept = answers.slice(0, 12).flatMap(({ status }, n) => (status === 200 ? [`note ${n}`] : []));
    expect((await notesOf(desk, leadId)).toSorted()).toEqual(kept.toSorted());
    expect(kept.length).toBeGreaterThan(3);
    const body = await desk.world.ports.leads.body(leadId);
    const [city, garden, checked] = answers.slice(12).map(({ status }) => status === 200);
    expect(body?.facts.city).toBe(city ? "Berlin" : undefined);
    expect(body?.facts.custom?.garden).toBe(garden ? true : undefined);
    expect(body?.checklist).toEqual(checked ? { incomeVerified: true } : undefined);
    await desk.check();
  });

  it("refuses the note after the 200th and keeps the first; the contact can be logged without", async () => {
    const desk = await openDesk();
    const leadId = await owned(desk);
    for (let n = 0; n < 200; n++) {
      expect((await desk.ask("anna", "POST", `/v1/leads/${leadId}/contact`, { ...reached, note: `${n}` })).status).toBe(
        200,
      );
    }
    const refused = await desk.act("anna", leadId, "contact", { ...reached, note: "one more" });
    expect(refused).toMatchObject({ status: 409, body: { type: expect.stringMatching(/notes-full$/) } });
    expect((await desk.act("anna", leadId, "contact", reached)).status).toBe(200);
    const notes = await notesOf(desk, leadId);
    expect([notes.length, notes[0], notes.at(-1)]).toEqual([200, "0", "199"]);
  });

  it("refuses facts that the table could not hold, before anything is said to have changed", async () => {
    const desk = await openDesk();
    const leadId = await owned(desk);
    const custom = (name: string) => ({
      custom: Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${name}${n}`, "x".repeat(4900)])),
    });
    expect((await desk.ask("anna", "PATCH", `/v1/leads/${leadId}`, custom("a"))).status).toBe(200);
    const before = await desk.history(leadId);
    const refused = await desk.ask("anna", "PATCH", `/v1/leads/${leadId}`, custom("b"));
    expect(refused).toMatchObject({ status: 409, body: { type: expect.stringMatching(/body-full$/) } });
    expect(await desk.history(leadId)).toEqual(before);
    expect((await desk.ask("anna", "PATCH", `/v1/leads/${leadId}`, { city: "Berlin" })).status).toBe(200);
  });

  it("keeps a note once, however often its request is repeated, and both of two days", async () => {
    const desk = await openDesk();
    const leadId = await owned(desk);
    const same = { channel: "call", outcome: "reached", note: "call again" };
    for (const _ of ["first", "again"])
      expect((await desk.act("anna", leadId, "contact", same, "key-1")).status).toBe(200);
    await desk.act("anna", leadId, "contact", { ...same, note: "other" });
    expect((await desk.act("anna", leadId, "contact", same, "key-1")).status).toBe(200);
    expect(await notesOf(desk, leadId)).toEqual(["call again", "other"]);
    await desk.pass(24 * 3_600_000);
    await desk.act("anna", leadId, "contact", same);
    expect(await notesOf(desk, leadId)).toEqual(["call again", "other", "call again"]);
  });

  it("brings no personal data back after an erasure", async () => {
    const { ports, leadId } = await oneLead(accepted);
    const state = await ports.leads.state(leadId);
    if (state === undefined) throw new Error("no lead");
    let erasing: Promise<unknown> | undefined;
    const result = await rewriteBody(ports, leadId, (body) => {
      erasing ??= ports.leads
        .commit(state.version, { ...state, status: "erased", version: state.version + 1, commitId: "erased" })
        .then(() => rewriteBody(ports, leadId, (each) => each));
      return { ...body, notes: [{ at: 1, by: "anna", text: "late" }] };
    });
    await erasing;
    expect(result.outcome).toBe("written");
    expect(await ports.leads.body(leadId)).toMatchObject({ facts: {} });
    expect((await ports.leads.body(leadId))?.notes).toBeUndefined();
  });
});
