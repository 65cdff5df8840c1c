import { describe, expect, test } from "vitest";
import { isRotation } from "../../../shared/domain/rotation/pool-key.ts";
import { sourceInput } from "../../../shared/schemas/source.ts";
import { giveTurnBack } from "../../../shared/usecases/rotation/give-turn-back.ts";
import { handleSourceChange } from "../../../shared/usecases/stream/handle-source-change.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";
import { start } from "../../unit/lifecycle/lead-fixtures.ts";
import { oneProcess } from "../intake/one-process.ts";
import { day, type LeadDesk, openDesk } from "./lead-desk.ts";

const bad = { reason: "The number belongs to somebody else" };

async function ownedBy(desk: LeadDesk): Promise<{ readonly leadId: string; readonly owner: "anna" | "ben" | "cem" }> {
  const leadId = await desk.lead();
  const owner = (await desk.state(leadId)).offer?.agentId as "anna" | "ben" | "cem";
  await desk.act(owner, leadId, "accept");
  return { leadId, owner };
}

async function nextTurns(desk: LeadDesk, count: number): Promise<Readonly<Record<string, number>>> {
  const turns: Record<string, number> = { anna: 0, ben: 0, cem: 0 };
  for (let n = 0; n < count; n++) {
    const agentId = (await desk.state(await desk.lead())).offer?.agentId ?? "-";
    turns[agentId] = (turns[agentId] ?? 0) + 1;
  }
  return turns;
}

describe("a bad lead goes back to its source (A6, scenario 17)", () => {
  test("reported, visible, confirmed: final, told, and the one extra turn is the owner's", async () => {
    const desk = await openDesk();
    const { leadId, owner } = await ownedBy(desk);
    expect(await nextTurns(desk, 2)).toEqual({ anna: 1, ben: 1, cem: 1, [owner]: 0 });
    const reported = await desk.act(owner, leadId, "return", bad);
    expect(reported).toMatchObject({
      status: 200,
      body: { status: "accepted", ownerId: owner, returnAsked: { by: owner, ...bad } },
    });
    expect(await desk.told(leadId, "city")).toContain("returnAsked");
    const confirmed = await desk.act("mia", leadId, "return", { reason: "Checked" }, "key-1");
    expect(confirmed).toMatchObject({ status: 200, body: { status: "returned", reason: "Checked" } });
    expect((await desk.act("mia", leadId, "return", { reason: "Checked" }, "key-1")).status).toBe(200);
    expect((await desk.act("mia", leadId, "return", { reason: "Twice" })).status).toBe(200);
    expect((await desk.history(leadId)).filter((type) => type === "lead.returned")).toHaveLength(1);
    expect(await desk.told(leadId, owner)).toContain("returned");
    expect(await nextTurns(desk, 4)).toEqual({ anna: 1, ben: 1, cem: 1, [owner]: 2 });
    expect(await nextTurns(desk, 3)).toEqual({ anna: 1, ben: 1, cem: 1 });
    await desk.check();
  });

  test("a manager returns it directly; the agent reports nothing any more", async () => {
    const desk = await openDesk();
    const { leadId, owner } = await ownedBy(desk);
    expect((await desk.act("mia", leadId, "return", bad)).body).toMatchObject({ status: "returned" });
    expect((await desk.act(owner, leadId, "contact", { channel: "call", outcome: "reached" })).status).toBe(409);
    await desk.check();
  });

  test("refused: the agent is told and goes on; agents cannot refuse, nor leaders return their own lead", async () => {
    const desk = await openDesk();
    const { leadId, owner } = await ownedBy(desk);
    await desk.act(owner, leadId, "return", bad);
    expect((await desk.act(owner, leadId, "return", { ...bad, refuse: true })).status).toBe(403);
    const refused = await desk.act("lena", leadId, "return", { reason: "Reached him", refuse: true });
    expect(refused).toMatchObject({ status: 200, body: { status: "accepted", ownerId: owner } });
    expect(refused.body).not.toHaveProperty("returnAsked");
    expect(await desk.told(leadId, owner)).toContain("returnRefused");
    await desk.act("mia", leadId, "assign", { agentId: "lena", reason: "hers" });
    expect((await desk.act("lena", leadId, "return", bad)).body).toMatchObject({
      status: "accepted",
      returnAsked: { by: "lena" },
    });
    await desk.check();
  });

  test("a colleague sees no such lead; no reason, no return", async () => {
    const desk = await openDesk();
    const { leadId, owner } = await ownedBy(desk);
    const other = owner === "anna" ? "ben" : "anna";
    expect((await desk.act(other, leadId, "return", bad)).status).toBe(404);
    expect(await desk.act(owner, leadId, "return", {})).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/reason" }] },
    });
    expect((await desk.act("finn", leadId, "return", bad)).status).toBe(403);
  });

  test("after the source's time: 409 with the date; before it the lead says until when", async () => {
    const desk = await openDesk();
    const returns = { within: "P2D", contact: "vendor@example.com" };
    await desk.ask("root", "PUT", "/v1/sources/website", { name: "Website", returns });
    const { leadId, owner } = await ownedBy(desk);
    expect((await desk.ask(owner, "GET", `/v1/leads/${leadId}`)).body).toMatchObject({
      returnableUntil: expect.any(String),
    });
    await desk.act(owner, leadId, "contact", { channel: "call", outcome: "reached" });
    await desk.pass(2 * day);
    const late = await desk.act(owner, leadId, "return", bad);
    const detail = expect.stringMatching(/until Nov 25, 2026, .*unqualified/);
    expect(late).toMatchObject({ status: 409, body: { type: expect.stringMatching(/return-too-late$/), detail } });
    const second = await ownedBy(desk);
    await desk.act("mia", second.leadId, "return", bad);
    expect(await desk.told(second.leadId, "vendor@example.com")).toEqual(["returnToSource"]);
    const wrong = await desk.ask("root", "PUT", "/v1/sources/website", {
      name: "Website",
      returns: { within: "soon" },
    });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: "/returns/within" }] } });
    await desk.check();
  });
});

describe("the turn is given back exactly once", () => {
  const leadId = "ld_01JD0000000000000000000001";
  const members = ["anna", "ben", "cem"].map((agentId) => ({ agentId, weight: 10_000 }));

  async function poolAfterThree(ports: MemoryPorts): Promise<void> {
    await ports.rotation.putEpoch("all", { epoch: 1, rosterId: "r1", openedAt: start, roster: { members } });
    await ports.rotation.openEpoch("all", 0, { rosterId: "r1", validUntil: start + day });
    for (let n = 0; n < 3; n++) await ports.rotation.draw("all", 1, start);
    const offer = {
      type: "lead.offered",
      at: start,
      actor: "system",
      agentId: "ben",
      ruleId: "all",
      poolId: "all",
      ticket: { epoch: 1, n: 2 },
    } as const;
    await ports.leads.recordHistory({ leadId, from: 1, to: 1, events: [offer] });
  }
  async function extraTurns({ rotation }: MemoryPorts): Promise<readonly string[]> {
    const found: string[] = [];
    let next: { epoch: number; rosterId: string } | undefined = await rotation.sequence("all");
    while (next) {
      const epoch = await rotation.epoch("all", next.epoch, next.rosterId);
      found.push(...(epoch?.extraTurns?.map((turn) => `${turn.agentId} ${turn.leadId}`) ?? []));
      next = epoch?.base;
    }
    return found;
  }

  test("by a process that dies at any of its calls, before or after, and another that repeats it", async () => {
    expect(isRotation("all")).toBe(true);
    const counting = createMemoryPorts({ now: start });
    await poolAfterThree(counting);
    const whole = oneProcess(counting, undefined);
    await giveTurnBack(whole.ports, leadId);
    expect(whole.calls.length).toBeGreaterThan(4);
    for (let at = 1; at <= whole.calls.length; at++) {
      for (const when of ["before", "after"] as const) {
        const ports = createMemoryPorts({ now: start, seed: at });
        await poolAfterThree(ports);
        await giveTurnBack(oneProcess(ports, { at, when }).ports, leadId).catch(() => undefined);
        await Promise.all([giveTurnBack(ports, leadId), giveTurnBack(ports, leadId)]);
        await giveTurnBack(ports, leadId);
        expect(await extraTurns(ports)).toEqual([`ben ${leadId}`]);
      }
    }
  });

  test("many returned leads at once give as many turns", async () => {
    const ports = createMemoryPorts({ now: start });
    await poolAfterThree(ports);
    const ids = Array.from({ length: 8 }, (_, n) => `ld_01JD00000000000000000000${10 + n}`);
    for (const id of ids)
      await ports.leads.recordHistory({
        leadId: id,
        from: 1,
        to: 1,
        events: [
          {
            type: "lead.offered",
            at: start,
            actor: "system",
            agentId: "ben",
            poolId: "all",
            ticket: { epoch: 1, n: 2 },
          },
        ],
      });
    await Promise.all(ids.flatMap((id) => [giveTurnBack(ports, id), giveTurnBack(ports, id)]));
    expect((await extraTurns(ports)).toSorted()).toEqual(ids.map((id) => `ben ${id}`).toSorted());
  });
});

describe("whom a source names for its bad leads", () => {
  const source = (contact?: string) => ({
    ...sourceInput.parse({ name: "Portal", ...(contact && { returns: { within: "P7D", contact } }) }),
    sourceId: "portal",
    version: 1,
  });

  test("is asked to confirm, and gets nothing more once no source names them", async () => {
    const ports = createMemoryPorts();
    await ports.config.saveSource("portal", source("vendor@example.com"), undefined);
    await handleSourceChange(ports, undefined, source("vendor@example.com"));
    expect([...ports.subscriptions.keys()]).toEqual(["vendor@example.com"]);
    await ports.config.saveSource("portal", source(), undefined);
    await handleSourceChange(ports, source("vendor@example.com"), source());
    expect([...ports.subscriptions.keys()]).toEqual([]);
  });
});
