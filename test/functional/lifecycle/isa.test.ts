import { describe, expect, test } from "vitest";
import * as z from "zod";
import { hour, type LeadDesk, minute, openDesk, reached, won } from "./lead-desk.ts";

/** ISAs qualify new leads; who was handed over goes to field agents in turn, sellers to those of the city. */
const isaPlan = {
  rules: [
    { id: "isas", method: { type: "isa" } },
    { id: "field", when: { field: "stage", op: "eq", value: "handover" }, method: { type: "roundRobin" } },
  ],
};
const complete = {
  buyer: { incomeVerified: true, preApproval: true, timeFrame: "3 months", areas: "Mitte" },
  seller: { valuation: 450_000, timeFrame: "spring", motivation: "moves", condition: "good" },
};

async function qualifying(desk: LeadDesk, given: object = {}): Promise<string> {
  const leadId = await desk.lead({ interest: "buyer", ...given });
  expect((await desk.act("ida", leadId, "accept")).status).toBe(200);
  return leadId;
}

async function handedOver(desk: LeadDesk, given: object = {}): Promise<string> {
  const leadId = await qualifying(desk, given);
  await desk.act("ida", leadId, "qualify", { checklist: complete.buyer });
  expect((await desk.act("ida", leadId, "handover")).status).toBe(200);
  return leadId;
}

describe("from the ISA to the field (C6)", () => {
  test("a new lead is an ISA's, a handed-over one goes by the field's rule, each with its own clocks", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await qualifying(desk);
    const accepted = await desk.state(leadId);
    expect(accepted).toMatchObject({
      ownerId: "ida",
      deadlines: { contact: (accepted.assignedAt ?? 0) + 15 * minute },
    });
    await desk.pass(5 * minute);
    await desk.act("ida", leadId, "qualify", { checklist: complete.buyer });
    await desk.pass(2 * hour);
    expect((await desk.act("ida", leadId, "handover")).status).toBe(200);
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "anna" }, isaId: "ida" });
    await desk.pass(minute);
    await desk.act("anna", leadId, "accept");
    const field = await desk.state(leadId);
    expect(field.deadlines.contact).toBe(desk.world.now() + 15 * minute);
    await desk.act("anna", leadId, "contact", reached);
    await desk.act("anna", leadId, "convert", won);
    expect(await desk.state(leadId)).toMatchObject({ status: "converted", ownerId: "anna", isaId: "ida" });
    expect(await desk.history(leadId)).toEqual([
      ...["lead.received", "lead.offered", "lead.accepted", "lead.contacted", "lead.qualified"],
      ...["lead.handedOver", "lead.offered", "lead.campaignStop", "lead.accepted", "lead.contacted", "lead.converted"],
    ]);
    const executions = await desk.executions(leadId);
    expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED"]);
    await desk.check();
  });

  test("the field agent's page tells what the ISA found out, once the lead is accepted", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await handedOver(desk);
    const told = z.array(z.looseObject({ agentId: z.string().optional(), link: z.string().optional() }));
    const offer = told.parse(await desk.world.notices()).findLast(({ agentId }) => agentId === "anna");
    const page = async () => String((await desk.world.ask("GET", new URL(offer?.link ?? "").pathname)).body);
    expect(await page()).not.toContain("3 months");
    await desk.act("anna", leadId, "accept");
    expect(await page()).toContain("<dt>Einkommen geprüft</dt><dd>ja</dd>");
    expect(await page()).toContain("<dt>Zeitrahmen</dt><dd>3 months</dd>");
  });

  test("each field agent's turn is a real one: handovers rotate", async () => {
    const desk = await openDesk(isaPlan);
    const agents: (string | undefined)[] = [];
    for (let n = 0; n < 6; n++) agents.push((await desk.state(await handedOver(desk))).offer?.agentId);
    expect(agents).toEqual(["anna", "ben", "cem", "anna", "ben", "cem"]);
    const { body } = await desk.ask("anna", "GET", "/v1/pools");
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          poolId: "isas",
          members: [expect.objectContaining({ agentId: "ida", received: 6 })],
        }),
        expect.objectContaining({ poolId: "field", next: expect.arrayContaining(["anna"]) }),
      ]),
    });
    await desk.check();
  });

  test("the trace says why the ISAs' rule was passed over, and the plan's words are understood", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await desk.lead({ interest: "buyer" });
    const { body } = await desk.ask("mia", "GET", `/v1/leads/${leadId}`);
    expect(body).toMatchObject({
      decision: { method: "isa", ruleId: "isas", summary: expect.stringMatching(/qualif/i) },
    });
  });

  test("nobody has the field's rule: the lead waits in the queue and gets a real turn when somebody is back", async () => {
    const desk = await openDesk({ ...isaPlan, fallback: { type: "roundRobin" } });
    for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { status: "paused" });
    const leadId = await handedOver(desk);
    expect(await desk.state(leadId)).toMatchObject({ status: "queued", isaId: "ida" });
    await desk.agent("ben", {});
    expect(await desk.state(leadId)).toMatchObject({ status: "offered", offer: { agentId: "ben" } });
    const history = await desk.world.ports.leads.history(leadId);
    expect(history.flatMap(({ events }) => events).findLast(({ type }) => type === "lead.offered")?.poolId).toBe(
      "field",
    );
    await desk.check();
  });
});

describe("what must be found out before (C6)", () => {
  test("an incomplete checklist is refused in the caller's language, and a leader's reason makes up for it", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await qualifying(desk);
    await desk.act("ida", leadId, "qualify", { checklist: { incomeVerified: true, preApproval: false } });
    const english = await desk.act("ida", leadId, "handover", { reason: "she is in a hurry" });
    expect(english).toMatchObject({
      status: 409,
      body: {
        type: expect.stringMatching(/handover-incomplete$/),
        detail: "Still missing: Pre-approval, Time frame, Areas.",
      },
    });
    const german = await desk.world.ask("POST", `/v1/leads/${leadId}/handover`, {
      as: { person: "ida", groups: ["isa"] },
      body: {},
      headers: { "accept-language": "de" },
    });
    expect(german.body).toMatchObject({
      detail: "Noch offen: Finanzierungszusage, Zeitrahmen, Gesuchte Lagen.",
      errors: expect.arrayContaining([{ pointer: "/checklist/areas", detail: "noch offen: Gesuchte Lagen" }]),
      missing: [{ id: "preApproval", label: "Finanzierungszusage" }, { id: "timeFrame" }, { id: "areas" }],
    });
    expect((await desk.act("mia", leadId, "handover")).body).toMatchObject({ detail: expect.stringMatching(/reason/) });
    expect((await desk.act("mia", leadId, "handover", { reason: "wants to view today" })).status).toBe(200);
    const handed = (await desk.world.ports.leads.history(leadId)).flatMap(({ events }) => events);
    expect(handed.find(({ type }) => type === "lead.handedOver")).toMatchObject({
      actor: "agent:mia",
      fromAgentId: "ida",
      outcome: "1/4",
      reason: "wants to view today",
    });
    expect((await desk.state(leadId)).isaId).toBe("ida");
    const told = (await desk.world.notices()).findLast(({ agentId }) => agentId === "ida");
    expect(told).toMatchObject({
      kind: "handedOver",
      text: expect.stringMatching(/ist anna zur Übernahme angeboten \(wants to view today\)\.$/),
    });
    await desk.check();
  });

  test("answers are kept by criterion; others and other kinds of answers are refused with what there is", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await qualifying(desk, { interest: "seller" });
    const before = await desk.state(leadId);
    const wrong = await desk.act("ida", leadId, "qualify", { checklist: { valuation: "much", preApproval: true } });
    expect(wrong).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: "/checklist/valuation", detail: expect.stringMatching(/^valuation takes a number such as 5/) },
          {
            pointer: "/checklist/preApproval",
            detail: expect.stringMatching(/valuation, timeFrame, motivation, condition/),
          },
        ],
      },
    });
    expect(await desk.state(leadId)).toEqual(before);
    await desk.act("ida", leadId, "qualify", { checklist: { valuation: 450_000 } });
    const { body } = await desk.act("ida", leadId, "qualify", { checklist: { motivation: "moves" } });
    expect(body).toMatchObject({
      checklist: { valuation: 450_000, motivation: "moves" },
      handover: { side: "seller", ready: false, missing: ["timeFrame", "condition"] },
    });
  });

  test("facts found by research are added before the handover, and may say which side it is (C6)", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await qualifying(desk, { interest: undefined });
    expect(
      (await desk.ask("ida", "PATCH", `/v1/leads/${leadId}`, { jobTitle: "Notarin", interest: "seller" })).status,
    ).toBe(200);
    expect((await desk.act("ida", leadId, "qualify", { checklist: complete.buyer })).status).toBe(422);
    await desk.act("ida", leadId, "qualify", { checklist: complete.seller });
    expect((await desk.act("ida", leadId, "handover")).status).toBe(200);
    expect((await desk.world.ports.leads.body(leadId))?.facts).toMatchObject({ jobTitle: "Notarin" });
    expect((await desk.ask("ida", "PATCH", `/v1/leads/${leadId}`, { jobTitle: "x" })).status).toBe(404);
  });

  test("a list of the tenant's own, and none at all", async () => {
    const checklists = { buyer: [{ id: "financing", label: "Financing" }], seller: [] };
    const desk = await openDesk({ ...isaPlan, checklists });
    const buyer = await qualifying(desk);
    expect((await desk.act("ida", buyer, "handover")).body).toMatchObject({ detail: "Still missing: Financing." });
    const seller = await qualifying(desk, { interest: "seller" });
    await desk.act("ida", seller, "contact", reached);
    expect((await desk.act("ida", seller, "handover")).status).toBe(200);
    const twice = {
      checklists: {
        buyer: [
          { id: "a", label: "A" },
          { id: "a", label: "B" },
        ],
      },
    };
    const { body } = await desk.ask("root", "POST", "/v1/plan/check", {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [],
      fallback: { type: "pool" },
      ...twice,
    });
    expect(JSON.stringify(body)).toMatch(/checklists\/buyer\/1\/id.*used twice/);
  });
});

describe("to a named agent", () => {
  test("who is available and in the field; not to who declined the lead", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await handedOver(desk);
    await desk.act("anna", leadId, "decline", { reason: "no time" });
    await desk.act("mia", leadId, "assign", { agentId: "ida", reason: "once more" });
    await desk.act("ida", leadId, "contact", reached);
    expect((await desk.act("ida", leadId, "handover", { to: "anna" })).body).toMatchObject({
      reason: "declined",
      detail: "anna cannot take the lead now (asked before).",
    });
    await desk.agent("ben", { status: "paused" });
    expect((await desk.act("ida", leadId, "handover", { to: "ben" })).status).toBe(409);
    expect((await desk.act("ida", leadId, "handover", { to: "nobody" })).status).toBe(422);
    expect((await desk.act("ida", leadId, "handover", { to: "cem" })).status).toBe(200);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "cem", isaId: "ida" });
    expect(await desk.told(leadId, "cem")).toContain("assigned");
    await desk.check();
  });
});

describe("a handover that nobody takes", () => {
  test("goes on to the next field agents, then back to the ISA, who has it to qualify again", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await handedOver(desk);
    for (const agentId of ["anna", "ben", "cem"] as const) {
      expect(await desk.state(leadId)).toMatchObject({ offer: { agentId } });
      await desk.act(agentId, leadId, "decline", { reason: "no time" });
    }
    const back = await desk.state(leadId);
    expect(back).toMatchObject({ status: "accepted", ownerId: "ida", isaId: "ida" });
    expect(back.handedOverAt).toBeUndefined();
    expect(await desk.told(leadId, "ida")).toContain("assigned");
    expect((await desk.ask("ida", "GET", `/v1/leads/${leadId}`)).body).toMatchObject({ handover: { ready: true } });
    await desk.check();
    // Everybody has been asked: by the rules it is for anybody in the pool now.
    await desk.act("ida", leadId, "contact", reached);
    expect((await desk.act("ida", leadId, "handover")).status).toBe(200);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled", handedOverAt: expect.any(Number) });
    await desk.act("ben", leadId, "claim");
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "ben" });
    await desk.check();
  });

  test("goes to the manager where the plan says so, and to the pool when the ISA is away", async () => {
    const managed = await openDesk({ ...isaPlan, offers: { max: 1, then: "manager", managerId: "mia" } });
    const first = await handedOver(managed);
    await managed.pass(6 * minute);
    expect(await managed.state(first)).toMatchObject({ status: "accepted", ownerId: "mia" });
    await managed.check();
    const desk = await openDesk({ ...isaPlan, offers: { max: 1 } });
    const second = await handedOver(desk);
    await desk.agent("ida", { status: "paused" });
    await desk.pass(6 * minute);
    expect(await desk.state(second)).toMatchObject({ status: "pooled" });
    await desk.check();
  });
});

describe("appointments", () => {
  test("made by the ISA, kept or not with the field agent: the history tells them apart", async () => {
    const desk = await openDesk(isaPlan);
    const at = new Date(desk.world.now() + 24 * hour).toISOString();
    const outcomes = ["kept", "noShow"] as const;
    for (const outcome of outcomes) {
      const leadId = await qualifying(desk);
      await desk.act("ida", leadId, "qualify", { checklist: complete.buyer });
      await desk.act("ida", leadId, "appointment", { at });
      await desk.act("ida", leadId, "handover", { to: "anna" });
      expect(await desk.state(leadId)).toMatchObject({ status: "accepted", appointmentBy: "ida" });
      expect((await desk.act("anna", leadId, "appointment", { at, outcome })).status).toBe(200);
      const state = await desk.state(leadId);
      expect(state.events.at(-1)).toMatchObject({ outcome, agentId: "anna", madeBy: "ida" });
      // Who did not come has not been reached.
      expect(state.status).toBe(outcome === "kept" ? "appointment" : "accepted");
      expect(state.attempts?.count).toBe(outcome === "kept" ? undefined : 1);
      await desk.check();
    }
  });

  test("without one there is no outcome to log", async () => {
    const desk = await openDesk(isaPlan);
    const leadId = await qualifying(desk);
    const at = new Date(desk.world.now()).toISOString();
    expect((await desk.act("ida", leadId, "appointment", { at, outcome: "noShow" })).status).toBe(409);
  });
});

describe("figures (C6, F2)", () => {
  test("handovers, no-shows and sales apart for ISAs and field agents; for leaders and finance only", async () => {
    const desk = await openDesk(isaPlan);
    const at = new Date(desk.world.now() + 24 * hour).toISOString();
    for (const outcome of ["kept", "noShow"]) {
      const leadId = await qualifying(desk);
      await desk.act("ida", leadId, "qualify", { checklist: complete.buyer });
      await desk.act("ida", leadId, "appointment", { at });
      await desk.act("ida", leadId, "handover", { to: "anna" });
      await desk.act("anna", leadId, "appointment", { at, outcome });
      if (outcome === "kept") await desk.act("anna", leadId, "convert", won);
    }
    await desk.pass(minute);
    const rows = async (by: string, as: "mia" | "finn" | "lena" | "anna" = "mia") =>
      desk.ask(as, "GET", `/v1/reports/conversion?by=${by}`);
    expect((await rows("role")).body).toMatchObject({
      items: [
        { id: "agent", leads: 2, converted: 1, conversionRate: 0.5, appointments: 0, noShows: 0 },
        { id: "isa", leads: 2, handedOver: 2, appointments: 2, kept: 1, noShowRate: 0.5, convertedAfterHandover: 1 },
      ],
    });
    expect((await rows("agent", "finn")).body).toMatchObject({ items: [{ id: "anna" }, { id: "ida" }] });
    // Lena leads the city, not inside sales.
    expect((await rows("agent", "lena")).body).toMatchObject({ items: [{ id: "anna" }] });
    expect((await rows("role", "anna")).status).toBe(403);
    expect((await desk.ask("mia", "GET", "/v1/reports/conversion?from=2026-01-01&to=2026-12-01")).status).toBe(422);
  });
});
