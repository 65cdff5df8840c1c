import { beforeEach, describe, expect, it } from "vitest";
import { localDay } from "../../../shared/domain/time/local-day.ts";
import type { HistoryItem } from "../../../shared/schemas/lead/event.ts";
import { replayDay } from "../../../shared/usecases/replay/replay-day.ts";
import { allProven, replayReport } from "../../../shared/usecases/replay/replay-report.ts";
import { createMemoryWorld } from "../../support/world/memory-world.ts";
import { liveRandomDay } from "../../support/world/random-day/random-day.ts";
import type { World } from "../../support/world/world.ts";
import { day, hour, type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const zone = "Europe/Berlin";
const span = localDay("2026-11-23", zone) ?? { from: 0, to: 0 };
const replayed = (world: World, leads: Partial<World["ports"]["leads"]> = {}) =>
  replayDay({ ...world.ports, leads: { ...world.ports.leads, ...leads } }, ["website"], span);
const report = async (...given: Parameters<typeof replayed>) =>
  replayReport(await replayed(...given), "2026-11-23", zone);

let desk: LeadDesk;
let leadIds: string[];

/** A day on which somebody joins late, one lead is declined, one waits for room and one person asks twice. */
beforeEach(async () => {
  desk = await openDesk();
  leadIds = [];
  for (let i = 0; i < 5; i++) leadIds.push(await desk.lead());
  await desk.act("anna", leadIds[0] ?? "", "decline", { reason: "busy" });
  await desk.agent("ben", { status: "paused" });
  for (let i = 0; i < 5; i++) leadIds.push(await desk.lead());
  for (const agentId of ["anna", "cem"] as const) await desk.agent(agentId, { status: "paused" });
  leadIds.push(await desk.lead());
  await desk.pass(hour);
  await desk.agent("ben", { status: "active" });
  await desk.world.settle();
  leadIds.push(await desk.lead({ email: "p1@example.com" }));
});

describe("replaying a day", () => {
  it("proves every ticket of it, by the rosters of their time", async () => {
    const leads = await replayed(desk.world);
    expect(leads.map(({ leadId }) => leadId)).toEqual(leadIds);
    expect(allProven(leads)).toBe(true);
    expect(leads.map(({ turns }) => turns.length)).toEqual([...Array(11).fill(1), 0]);
    expect(new Set(leads.flatMap(({ turns }) => turns.map(({ epoch }) => epoch))).size).toBeGreaterThan(1);
    const text = await report(desk.world);
    expect(text).toContain(
      "12 leads received on 2026-11-23 (Europe/Berlin): 11 of 11 tickets proven, 1 without a ticket",
    );
    expect(text).toMatch(new RegExp(`${leadIds[0]} +all +all +1/1 +anna +✓`));
    expect(text).not.toMatch(/Erika|Mustermann|example\.com/);
  });

  it("finds a decision that was changed to favour somebody", async () => {
    const { ports } = desk.world;
    const body = await ports.leads.body(leadIds[1] ?? "");
    if (!body?.decision) throw new Error("not routed");
    await ports.leads.replaceBody(0, { ...body, revision: 1, decision: { ...body.decision, chosen: ["cem"] } });
    expect(allProven(await replayed(desk.world))).toBe(false);
    expect(await report(desk.world)).toMatch(
      /1\/2 +cem +✗ it was the turn of ben; .*the lead's history names another turn/,
    );
  });

  it("finds a decision and a history that were both changed to another lead's ticket", async () => {
    const { leads } = desk.world.ports;
    const [victim = "", forger = ""] = leadIds;
    const stolen = (await leads.body(victim))?.decision;
    const history = (await leads.history(victim)).map((item): HistoryItem => ({ ...item, leadId: forger }));
    const forged = await replayed(desk.world, {
      body: async (leadId) => {
        const body = await leads.body(leadId);
        return leadId === forger && body && stolen ? { ...body, decision: stolen } : body;
      },
      history: (leadId) => (leadId === forger ? Promise.resolve(history.slice(0, 1)) : leads.history(leadId)),
    });
    const flaws = forged.filter(({ turns }) => turns.some((turn) => turn.flaws.length > 0));
    expect(flaws.map(({ leadId }) => leadId)).toEqual([victim, forger]);
    expect(allProven(forged)).toBe(false);
  });

  it("takes the day in the tenant's time zone", async () => {
    const evening = localDay("2026-11-22", zone) ?? span;
    expect(await replayDay(desk.world.ports, ["website"], evening)).toEqual([]);
    expect(await replayDay(desk.world.ports, [], span)).toEqual([]);
    expect(replayReport([], "2026-11-22", zone)).toBe("No lead was received on 2026-11-22 (Europe/Berlin).\n");
  });

  it("proves days on which everything goes wrong that may", async () => {
    let tickets = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const world = createMemoryWorld(seed);
      await liveRandomDay(world, { seed, steps: 25, faults: ["throttle", "loseReply", "crash", "duplicate"] });
      for (let from = span.from; from < world.now(); from += day) {
        const leads = await replayDay(world.ports, ["website"], { from, to: from + day });
        expect(replayReport(leads, `seed ${seed}`, zone)).not.toContain("✗");
        tickets += leads.flatMap(({ turns }) => turns).length;
      }
    }
    expect(tickets).toBeGreaterThan(100);
  });
});

describe("the days of a zone", () => {
  it.each([
    { date: "2026-03-29", hours: 23 },
    { date: "2026-10-25", hours: 25 },
    { date: "2026-11-21", hours: 24 },
  ])("$date has $hours hours", ({ date, hours }) => {
    const { from = 0, to = 0 } = localDay(date, zone) ?? {};
    expect((to - from) / hour).toBe(hours);
  });

  it.each(["2026-02-30", "yesterday", "2026-11", ""])("%s is none", (text) => {
    expect(localDay(text, zone)).toBeUndefined();
  });
});
