import { describe, expect, test } from "vitest";
import { type LeadDesk, openDesk, reached } from "./lead-desk.ts";

const when = {
  all: [
    { field: "engagement.type", op: "eq", value: "villaPage" },
    { field: "engagement.sinceContact", op: "gte", value: 2 },
  ],
};
const villas = { id: "villas", name: "Looks at villas", when, pool: { skills: ["luxury"] } };
const toAnna = { rules: [{ id: "all", method: { type: "agent", agentId: "anna" } }] };

async function openVillas(rule: object = {}): Promise<LeadDesk> {
  const desk = await openDesk({ ...toAnna, progressive: [{ ...villas, ...rule }] });
  await desk.agent("ben", { skills: ["luxury"] });
  await desk.agent("cem", { skills: ["luxury"] });
  return desk;
}

async function contacted(desk: LeadDesk): Promise<string> {
  const leadId = await desk.lead();
  await desk.act("anna", leadId, "accept");
  await desk.act("anna", leadId, "contact", reached);
  return leadId;
}

/** The person looks at a page; a minute later they might look at the next. */
async function look(desk: LeadDesk, leadId: string, type = "villaPage"): Promise<void> {
  await desk.pass(60_000);
  expect((await desk.act("marta", leadId, "engagement", { type, detail: "seeblick" })).status).toBe(200);
}

describe("what a lead does later brings in a specialist (C16)", () => {
  test("reassign: the specialist whose turn it is gets the lead, once, traced, and the owner is told", async () => {
    const desk = await openVillas({ do: "reassign" });
    const leadId = await contacted(desk);
    await look(desk, leadId);
    await look(desk, leadId, "flatPage");
    expect((await desk.state(leadId)).ownerId).toBe("anna");
    await look(desk, leadId);
    const state = await desk.state(leadId);
    expect(state).toMatchObject({ status: "accepted", ownerId: "ben", specialists: ["villas"] });
    expect(state.events).toEqual([
      expect.objectContaining({
        ...{ type: "lead.reassigned", agentId: "ben", fromAgentId: "anna", reason: "progressive:villas" },
        ...{ ruleId: "progressive.villas", poolId: "progressive.villas", ticket: { epoch: 1, n: 1 } },
      }),
    ]);
    const history = JSON.stringify((await desk.ask("mia", "GET", `/v1/leads/${leadId}/history`)).body);
    expect(history).toContain('"reason":"Looks at villas"');
    expect(history).toContain(
      "Rule “Looks at villas”, because of what the person just did: it is ben's turn (ticket 1)",
    );
    expect(history).toContain("activity is villaPage and times since the first contact is at least 2");
    expect(await desk.told(leadId, "anna")).toContain("takenBack");
    const goodbye = (await desk.world.notices()).find(({ kind }) => kind === "takenBack");
    const text = expect.stringMatching(/ist jetzt bei ben, nicht mehr bei Ihnen \(Looks at villas\)\.$/);
    expect(goodbye).toMatchObject({ text });
    expect(await desk.told(leadId, "ben")).toContain("assigned");
    await desk.act("ben", leadId, "contact", reached);
    for (let n = 0; n < 3; n++) await look(desk, leadId);
    expect((await desk.state(leadId)).ownerId).toBe("ben");
    const second = await contacted(desk);
    for (let n = 0; n < 2; n++) await look(desk, second);
    expect((await desk.state(second)).ownerId).toBe("cem");
    expect((await desk.ask("anna", "GET", "/v1/pools")).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ poolId: "progressive.villas" })]),
    });
    await desk.check();
  });

  test("notify: the owner keeps the lead; owner and specialist are told once, by the rule's name", async () => {
    const desk = await openVillas();
    const leadId = await contacted(desk);
    for (let n = 0; n < 4; n++) await look(desk, leadId);
    expect(await desk.state(leadId)).toMatchObject({ ownerId: "anna", specialists: ["villas"] });
    expect((await desk.told(leadId, "anna")).filter((kind) => kind === "interest")).toHaveLength(1);
    expect((await desk.told(leadId, "ben")).filter((kind) => kind === "helpWanted")).toHaveLength(1);
    expect(await desk.told(leadId, "cem")).toEqual([]);
    const told = (await desk.world.notices()).find(({ kind }) => kind === "interest");
    expect(JSON.stringify(told)).toMatch(/Looks at villas.*ben|villas.*ben/);
    expect((await desk.world.ports.loads.held(["ben"])).get("ben") ?? []).toEqual([]);
    await desk.check();
  });

  test("many at once, and repeats: once all the same", async () => {
    const desk = await openVillas({ do: "reassign" });
    const leadId = await contacted(desk);
    await desk.pass(60_000);
    const looks = Array.from({ length: 8 }, (_, n) =>
      desk.ask("marta", "POST", `/v1/leads/${leadId}/engagement`, { type: "villaPage", detail: `${n}` }),
    );
    await Promise.all(looks);
    await desk.world.settle();
    await look(desk, leadId);
    await look(desk, leadId);
    expect((await desk.history(leadId)).filter((type) => type === "lead.reassigned")).toHaveLength(1);
    await desk.check();
  });

  test("nothing happens while nobody owns the lead, when the owner is a specialist, or to an ISA's lead", async () => {
    const desk = await openVillas({ do: "reassign", when: { field: "engagement.type", op: "eq", value: "villaPage" } });
    const offered = await desk.lead();
    await look(desk, offered);
    expect((await desk.state(offered)).specialists).toBeUndefined();
    await desk.act("anna", offered, "accept");
    await desk.act("mia", offered, "assign", { agentId: "cem", reason: "knows villas" });
    await look(desk, offered);
    expect(await desk.state(offered)).toMatchObject({ ownerId: "cem" });
    await desk.act("mia", offered, "assign", { agentId: "ida", reason: "call first" });
    await look(desk, offered);
    expect(await desk.state(offered)).toMatchObject({ ownerId: "ida" });
    await desk.check();
  });

  test("no specialist has room: the next engagement asks again", async () => {
    const desk = await openVillas({ do: "reassign" });
    await desk.agent("ben", { skills: ["luxury"], status: "paused" });
    await desk.agent("cem", { skills: ["luxury"], capacity: 0 });
    const leadId = await contacted(desk);
    for (let n = 0; n < 3; n++) await look(desk, leadId);
    expect((await desk.state(leadId)).ownerId).toBe("anna");
    await desk.agent("ben", { skills: ["luxury"] });
    await look(desk, leadId);
    expect((await desk.state(leadId)).ownerId).toBe("ben");
    await desk.check();
  });
});

describe("a progressive rule that cannot be", () => {
  const check = async (progressive: unknown) => {
    const desk = await openDesk();
    const plan = {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [],
      fallback: { type: "pool" },
      progressive,
    };
    return JSON.stringify((await desk.ask("root", "POST", "/v1/plan/check", plan)).body);
  };
  test.each([
    [[{ id: "a", when }], /progressive\/0\/pool.*either a pool of specialists or a method/],
    [[{ id: "a", when, method: { type: "pool" } }], /progressive\/0\/method\/type.*roundRobin, weighted/],
    [[{ ...villas }, { ...villas }], /progressive\/1\/id.*used twice/],
    [[{ id: "a", when, method: { type: "agent", agentId: "nobody" } }], /nobody/],
    [[{ ...villas, when: { field: "engagment.type", op: "eq", value: "x" } }], /engagment\.type/],
  ])("%j", async (rules, words) => {
    expect(await check(rules)).toMatch(words);
  });
});
