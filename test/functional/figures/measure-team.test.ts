import { describe, expect, test } from "vitest";
import { tierChangedText, tierProposedText } from "../../../shared/domain/notices/tier-texts.ts";
import { computeFigures } from "../../../shared/usecases/figures/compute-figures.ts";
import { measureTeam } from "../../../shared/usecases/figures/measure-team.ts";
import { handleProposalChange } from "../../../shared/usecases/stream/handle-proposal-change.ts";
import { proposalOf } from "../../store/contract/figures.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { oneProcess } from "../intake/one-process.ts";
import { day, type Employee, type LeadDesk, minute, openDesk, reached, won } from "../lifecycle/lead-desk.ts";

const rules = [{ id: "all", method: { type: "tiers" }, overflow: "queue" }];
const automatic = { rules, tiers: { minLeads: 2, promoteAfter: 1, review: "automatic" } };
const proposing = { rules, tiers: { minLeads: 2, promoteAfter: 1 } };

/** The world's ports, by the world's time. */
function portsOf({ world }: LeadDesk): MemoryPorts {
  const ports = world.ports as MemoryPorts;
  return { ...ports, clock: { ...ports.clock, now: () => world.now() } };
}
const measure = (desk: LeadDesk) => measureTeam(portsOf(desk), { until: Number.MAX_SAFE_INTEGER });

/** Everybody works a few leads; who is in `winners` wins them all. */
async function work(desk: LeadDesk, leads: number, winners: readonly string[]): Promise<void> {
  for (let n = 0; n < leads; n++) {
    const leadId = await desk.lead();
    const agentId = (await desk.state(leadId)).offer?.agentId as Employee;
    await desk.act(agentId, leadId, "accept");
    await desk.pass(2 * minute);
    await desk.act(agentId, leadId, "contact", reached);
    const [action, body] = winners.includes(agentId) ? ["convert", won] : ["lose", { reason: "elsewhere" }];
    await desk.act(agentId, leadId, String(action), body);
  }
}
/** 23 November 2026 is where a desk begins. */
const toNewYear = (desk: LeadDesk) => desk.pass(Date.parse("2027-01-01T03:00:00Z") - desk.world.now());

describe("figures, once a day (C4)", () => {
  test("worked out from the history, seen by routing, by leaders and by the agent; not by colleagues", async () => {
    const desk = await openDesk(proposing);
    await work(desk, 6, ["anna"]);
    expect(await measure(desk)).toMatchObject({ leads: 6, agents: 3 });
    const anna = (await portsOf(desk).config.current()).figures.get("anna");
    expect(anna).toMatchObject({
      assigned: 2,
      contacted: 2,
      minutesToContact: 2,
      contactInSla: 1,
      converted: 2,
      conversion: 1,
    });
    const shown = await desk.ask("lena", "GET", "/v1/agents/anna");
    expect(shown.body).toMatchObject({ figures: { assigned: 2, from: expect.stringMatching(/Z$/) } });
    expect((await desk.ask("ben", "GET", "/v1/agents/anna")).body).not.toHaveProperty("figures");
    expect((await desk.ask("anna", "GET", "/v1/me")).body).toMatchObject({
      figures: { conversion: 1, averageDeal: { amount: 12_000, currency: "EUR" } },
      tierPath: { place: "newcomer", level: expect.any(Number), newcomer: { assigned: 2, needed: 50 } },
    });
    const agent = { ...(shown.body as object), weight: 2 };
    expect((await desk.ask("root", "PUT", "/v1/agents/anna", agent)).status).toBe(200);
  });

  test("computed twice they are the same; leads older than 90 days count no more, but stay in the career", async () => {
    const desk = await openDesk();
    await work(desk, 3, ["anna"]);
    await measure(desk);
    const first = (await portsOf(desk).config.current()).figures;
    await measure(desk);
    expect((await portsOf(desk).config.current()).figures).toEqual(first);
    await desk.pass(100 * day);
    await measure(desk);
    const later = (await portsOf(desk).config.current()).figures.get("anna");
    expect(later).toMatchObject({ assigned: 0, assignedEver: 1 });
    expect(later).not.toHaveProperty("conversion");
  });

  test("out of time: the figures stay as they were, nobody is reviewed", async () => {
    const desk = await openDesk(automatic);
    await work(desk, 3, ["anna"]);
    const ports = portsOf(desk);
    expect(await measureTeam(ports, { until: 0 })).toMatchObject({ unfinished: 1 });
    expect((await ports.config.current()).figures.size).toBe(0);
  });

  test("a method without tiers shows no way through them", async () => {
    const desk = await openDesk();
    expect((await desk.ask("anna", "GET", "/v1/me")).body).not.toHaveProperty("tierPath");
    expect(await measure(desk)).toEqual({ leads: 0, agents: 0 });
  });
});

test("only agents have a way through the tiers: an ISA or a leader is no newcomer in them", async () => {
  const desk = await openDesk(automatic);
  expect((await desk.ask("anna", "GET", "/v1/me")).body).toHaveProperty("tierPath");
  for (const person of ["ida", "lena", "mia"] as const) {
    expect((await desk.ask(person, "GET", "/v1/me")).body).not.toHaveProperty("tierPath");
  }
});

test("whom no rule with tiers reaches has no way through them, and is not reviewed", async () => {
  const method = { type: "tiers", pool: { agents: ["anna", "ben"] } };
  const others = { id: "others", method: { type: "roundRobin" } };
  const desk = await openDesk({ ...automatic, rules: [{ id: "top", method, overflow: "next" }, others] });
  for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { tier: "B" });
  await desk.agent("anna", { tier: "B", capacity: 2 });
  await desk.agent("ben", { tier: "B", capacity: 0 });
  for (let n = 0; n < 8; n++) await desk.act("cem", await desk.lead({ temperature: "cold" }), "accept");
  await toNewYear(desk);
  await measure(desk);
  const { agents, figures } = await portsOf(desk).config.current();
  expect(figures.get("cem")?.assigned).toBeGreaterThanOrEqual(automatic.tiers.minLeads);
  expect(agents.get("cem")?.tier).toBe("B");
  expect((await desk.ask("cem", "GET", "/v1/me")).body).not.toHaveProperty("tierPath");
  expect((await desk.ask("anna", "GET", "/v1/me")).body).toHaveProperty("tierPath.text");
});

test("proposals are listed by a status there is", async () => {
  const desk = await openDesk(automatic);
  expect((await desk.ask("mia", "GET", "/v1/tiers/proposals?status=open")).status).toBe(200);
  const unknown = await desk.ask("mia", "GET", "/v1/tiers/proposals?status=new");
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: "/status" }] } });
});

describe("the quarterly review (C4)", () => {
  async function afterAQuarter(plan: object): Promise<LeadDesk> {
    const desk = await openDesk(plan);
    for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { tier: "B" });
    await work(desk, 9, ["anna"]);
    await toNewYear(desk);
    return desk;
  }
  const open = async (desk: LeadDesk) =>
    (await desk.ask("mia", "GET", "/v1/tiers/proposals?status=open")).body as { items: { proposalId: string }[] };

  test("proposed with the figures, confirmed by a manager: it counts from the next lead; once a quarter", async () => {
    const desk = await afterAQuarter(proposing);
    expect(await measure(desk)).toMatchObject({ proposed: 3, changed: 0 });
    expect(await measure(desk)).toMatchObject({ proposed: 0 });
    expect(await open(desk)).toMatchObject({
      items: [
        {
          proposalId: "2026-q4-anna",
          from: "B",
          to: "A",
          kind: "promotion",
          level: 1,
          bar: 0.3,
          event: "agent.tierProposed",
        },
        { proposalId: "2026-q4-ben", from: "B", to: "C", kind: "demotion", level: 0, bar: 0.2 },
        { proposalId: "2026-q4-cem" },
      ],
    });
    const confirm = (id: string, person: "mia" | "anna" = "mia") =>
      desk.ask(person, "POST", `/v1/tiers/proposals/${id}/confirm`, {});
    expect((await confirm("2026-q4-anna", "anna")).status).toBe(403);
    expect(await confirm("2026-q4-anna")).toMatchObject({
      status: 200,
      body: { status: "confirmed", event: "agent.tierChanged", decided: { actor: "agent:mia" } },
    });
    expect((await confirm("2026-q4-anna")).status).toBe(200);
    expect((await portsOf(desk).config.current()).agents.get("anna")?.tier).toBe("A");
    const refused = await desk.ask("mia", "POST", "/v1/tiers/proposals/2026-q4-ben/refuse", { reason: "was ill" });
    expect(refused).toMatchObject({ status: 200, body: { status: "refused", decided: { reason: "was ill" } } });
    expect((await confirm("2026-q4-ben")).status).toBe(409);
    expect((await portsOf(desk).config.current()).agents.get("ben")?.tier).toBe("B");
    await desk.agent("cem", { tier: "A" });
    expect(await confirm("2026-q4-cem")).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/outdated$/) },
    });
    expect((await confirm("2026-q4-nobody")).status).toBe(404);
    expect(await open(desk)).toMatchObject({ items: [{ proposalId: "2026-q4-cem" }] });
  });

  test("automatic where the plan says so; in the middle of a quarter nobody is reviewed", async () => {
    const desk = await afterAQuarter(automatic);
    expect(await measure(desk)).toMatchObject({ proposed: 3, changed: 3 });
    const { agents } = await portsOf(desk).config.current();
    expect(["anna", "ben", "cem"].map((id) => agents.get(id)?.tier)).toEqual(["A", "C", "C"]);
    expect((await desk.ask("mia", "GET", "/v1/tiers/proposals")).body).toMatchObject({
      items: [{ status: "confirmed", decided: { actor: "system" } }, {}, {}],
    });
    await desk.pass(30 * day);
    expect(await measure(desk)).toEqual({ leads: 9, agents: 3 });
  });

  test("whoever dies at any of its calls is followed by another run: everybody is reviewed once, every change made", async () => {
    const counting = await afterAQuarter(automatic);
    const { calls, ports } = oneProcess(portsOf(counting));
    await measureTeam(ports, { until: Number.MAX_SAFE_INTEGER });
    const config = await portsOf(counting).config.current();
    if (!config.plan) throw new Error("there is no plan");
    const tail = calls.length - (await callsOfFigures(counting, { ...config, plan: config.plan }));
    expect(tail).toBeGreaterThan(3);
    for (let back = 1; back <= tail; back += 2) {
      const desk = await afterAQuarter(automatic);
      const dying = oneProcess(portsOf(desk), {
        at: calls.length - back + 1,
        when: back % 4 === 1 ? "after" : "before",
      });
      await measureTeam(dying.ports, { until: Number.MAX_SAFE_INTEGER }).catch(() => undefined);
      await measure(desk);
      const { agents } = await portsOf(desk).config.current();
      expect(["anna", "ben", "cem"].map((id) => agents.get(id)?.tier)).toEqual(["A", "C", "C"]);
      expect(await open(desk)).toEqual({ items: [] });
    }
  });
});

async function callsOfFigures(desk: LeadDesk, config: Parameters<typeof computeFigures>[1]): Promise<number> {
  const { calls, ports } = oneProcess(portsOf(desk));
  await computeFigures(ports, config, { until: Number.MAX_SAFE_INTEGER });
  return calls.length;
}

describe("top performers are named, those below are helped (C4)", () => {
  const body = async (desk: LeadDesk, person: "anna" | "ben" | "finn") =>
    (await desk.ask(person, "GET", "/v1/tiers")).body;

  test("everybody sees who converts most, by tier and team, and only the own way", async () => {
    const desk = await openDesk(proposing);
    await desk.agent("anna", { tier: "A" });
    await desk.agent("ben", { tier: "C" });
    await work(desk, 9, ["anna"]);
    await measure(desk);
    const top = [
      { agentId: "anna", name: "anna", place: "A", level: 1, assigned: 4, converted: 4, minutesToContact: 2 },
    ];
    const shared = {
      tiers: [
        { tier: "A", agents: 1, share: 40, bar: 0.3, top },
        { tier: "B", agents: 0, share: 35, bar: 0.2, top: [] },
        { tier: "C", agents: 1, share: 25, top: [] },
        { tier: "newcomer", agents: 1, top: [] },
      ],
      teams: [{ team: "city", name: "City", agents: 3, top }],
    };
    expect(await body(desk, "finn")).toMatchObject(shared);
    expect(await body(desk, "finn")).not.toHaveProperty("own");
    expect(await body(desk, "anna")).toMatchObject({ ...shared, own: { place: "A", level: 1, hold: { missing: 0 } } });
    expect(await body(desk, "anna")).not.toHaveProperty("own.coaching");
    const path = { coaching: { aim: "B", deals: 1 } };
    expect((await desk.ask("ben", "GET", "/v1/me")).body).toMatchObject({ tierPath: path });
    expect(await body(desk, "ben")).toMatchObject({
      own: {
        place: "C",
        coaching: { aim: "B", deals: 1, text: expect.stringMatching(/^For tier B 20 percentage points/) },
      },
    });
  });

  test("without tiers in the plan there are the teams only", async () => {
    const desk = await openDesk();
    expect(await body(desk, "anna")).toEqual({
      tiers: [],
      teams: [{ team: "city", name: "City", agents: 3, top: [] }],
    });
  });

  test("at the review those below the bar get a note, once; whoever moves down gets it with the news", async () => {
    const desk = await openDesk(automatic);
    for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { tier: "B" });
    await work(desk, 9, ["anna"]);
    await toNewYear(desk);
    await measure(desk);
    await measure(desk);
    const notes = (await desk.world.notices()).filter(({ kind }) => kind === "coaching");
    expect(notes.map(({ agentId }) => agentId)).toEqual(["ben", "cem"]);
    expect(notes[0]).toMatchObject({
      text: expect.stringMatching(/^Um in Stufe B zu bleiben, fehlen 20 Prozentpunkte/),
    });
    const ports = portsOf(desk);
    const [ben] = (await ports.figures.proposals()).filter(({ agentId }) => agentId === "ben");
    if (!ben) throw new Error("there is no proposal for ben");
    await handleProposalChange(ports, { ...ben, status: "open" }, ben);
    expect(ports.outbox.findLast(({ kind }) => kind === "tierChanged")?.text).toMatch(
      /^Sie sind jetzt in Stufe C: .* Für Stufe B fehlen 20 Prozentpunkte/,
    );
  });
});

describe("nobody moves silently (C4)", () => {
  test("leaders and managers are told of a proposal, the agent of the change, each once and in their language", async () => {
    const desk = await openDesk(proposing);
    const ports = portsOf(desk);
    const open = proposalOf("anna");
    const confirmed = { ...open, status: "confirmed", event: "agent.tierChanged" } as const;
    await handleProposalChange(ports, undefined, open);
    await handleProposalChange(ports, open, open);
    await handleProposalChange(ports, open, confirmed);
    await handleProposalChange(ports, open, { ...open, status: "refused" });
    await handleProposalChange(ports, undefined, proposalOf("nobody"));
    expect(ports.outbox.filter(({ kind }) => kind.startsWith("tier"))).toMatchObject([
      { channel: "leader", teamId: "city", kind: "tierProposed", text: expect.stringMatching(/24.%.*22.%.*Stufe B/) },
      { channel: "email", to: "mia@example.com", kind: "tierProposed", text: expect.stringMatching(/Stufe B/) },
      { channel: "email", to: "anna@example.com", kind: "tierChanged", text: expect.stringMatching(/Stufe B/) },
    ]);
  });

  test("who moves down is told what helps, in both languages", () => {
    const down = { ...proposalOf("anna"), kind: "demotion", from: "B", to: "C" } as const;
    expect(tierChangedText(down, "en").text).toMatch(/tier C.*Your profile says what is missing/);
    expect(tierChangedText(down, "de").text).toMatch(/Stufe C.*Profil/);
    expect(tierProposedText("Anna", { ...down, from: undefined }, "en").subject).toBe("Tier of Anna: new → C");
  });
});
