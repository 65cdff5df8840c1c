import { describe, expect, test } from "vitest";
import { measureTeam } from "../../../shared/usecases/figures/measure-team.ts";
import { reviewPicking } from "../../../shared/usecases/picking/review-picking.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { oneProcess } from "../intake/one-process.ts";
import { day, hour, type LeadDesk, minute, openDesk, reached, won } from "../lifecycle/lead-desk.ts";

const never = Number.MAX_SAFE_INTEGER;
const rules = [
  { id: "picks", when: { field: "product", op: "eq", value: "pick" }, method: { type: "cherryPick" } },
  { id: "all", method: { type: "roundRobin" }, overflow: "queue" },
];
const access = { rules, cherryPick: { access: { minLeads: 2 } } };
const acceptance = { rules, cherryPick: { acceptance: { minOffers: 4 } } };

function portsOf({ world }: LeadDesk): MemoryPorts {
  const ports = world.ports as MemoryPorts;
  return { ...ports, clock: { ...ports.clock, now: () => world.now() } };
}
const review = (desk: LeadDesk, until = never) => reviewPicking(portsOf(desk), { until });
/** The first half hour of that day in Berlin. */
const toNight = (desk: LeadDesk, date: string) => desk.pass(Date.parse(`${date}T00:30:00+01:00`) - desk.world.now());
const tiers = async (desk: LeadDesk) =>
  new Map(
    [...(await portsOf(desk).picks.picksOfAll(["anna", "ben", "cem", "lena", "ida", "mia"]))].map(([id, picks]) => [
      id,
      picks.access?.tier,
    ]),
  );
const told = async (desk: LeadDesk, kind: string) =>
  (await desk.world.notices()).filter((notice) => notice.kind === kind).map(({ agentId }) => agentId);

/** Everybody gets `leads` leads; who is in `winners` wins them, the others reach nobody for five hours. */
async function work(desk: LeadDesk, leads: number, winners: readonly string[]): Promise<void> {
  for (let n = 0; n < leads * 3; n++) {
    const leadId = await desk.lead({ temperature: "cold" });
    const agentId = (await desk.state(leadId)).offer?.agentId as "anna";
    const wins = winners.includes(agentId);
    await desk.act(agentId, leadId, "accept");
    await desk.pass(wins ? minute : 5 * hour);
    await desk.act(agentId, leadId, "contact", reached);
    await desk.act(agentId, leadId, wins ? "convert" : "lose", wins ? won : { reason: "no" });
  }
}

describe("who may pick first (E5)", () => {
  test("in the night to Monday, by the figures; once a week, told to those who move", async () => {
    const desk = await openDesk(access);
    await work(desk, 2, ["anna"]);
    await measureTeam(portsOf(desk), { until: never });
    expect(await review(desk)).toEqual({});
    await toNight(desk, "2026-11-30");
    expect(await review(desk)).toEqual({ moved: 3 });
    expect(await tiers(desk)).toEqual(
      new Map<string, number>([
        ["anna", 1],
        ["ben", 3],
        ["cem", 3],
      ]),
    );
    expect(await told(desk, "accessChanged")).toEqual(["anna", "ben", "cem"]);
    const notices = (await desk.world.notices()) as readonly { kind: string; agentId: string; text: string }[];
    const toBen = notices.find(({ kind, agentId }) => kind === "accessChanged" && agentId === "ben")?.text;
    expect(toBen?.replaceAll("\u00A0", " ")).toBe(
      "Sie können Leads ab heute später aussuchen. Zugriffsstufe 3: Abschlüsse 0 % (Stufe 1 ab 30 %), Erstkontakt nach 300 Min. (Stufe 1 bis 60). Für Stufe 2 fehlen: 20 Prozentpunkte bei den Abschlüssen, Erstkontakt 60 Min. früher (nach höchstens 240).",
    );
    const me = { access: { tier: 3, nextWeek: 3, next: { tier: 2 }, text: expect.stringMatching(/^Access tier 3: /) } };
    expect((await desk.ask("ben", "GET", "/v1/me")).body).toMatchObject({ picking: { accessTier: 3, ...me } });
    expect(await review(desk)).toEqual({ moved: 0 });
    await toNight(desk, "2026-12-01");
    expect(await review(desk)).toEqual({ moved: 0 });
    expect(await told(desk, "accessChanged")).toHaveLength(3);
  });

  test("a Monday that was missed is made up for; new agents and those without figures are in the second tier", async () => {
    const desk = await openDesk(access);
    await toNight(desk, "2026-12-02");
    expect(await review(desk)).toEqual({ moved: 0 });
    expect([...(await tiers(desk)).values()]).toEqual([2, 2, 2]);
    expect(await told(desk, "accessChanged")).toEqual([]);
    await desk.pass(hour);
    expect(await review(desk)).toEqual({});
  });

  test("a plan without leads to pick, or without access tiers, moves nobody", async () => {
    for (const plan of [{ cherryPick: { access: {} } }, { rules }]) {
      const desk = await openDesk(plan);
      await toNight(desk, "2026-11-30");
      expect(await review(desk)).toEqual("rules" in plan ? { moved: 0 } : {});
      expect(await tiers(desk)).toEqual(new Map());
    }
  });
});

describe("the minimum acceptance rate (E4)", () => {
  /** Anna declines `declined` of five offers and accepts the others; ben and cem accept theirs. */
  async function offers(desk: LeadDesk, declined: number): Promise<void> {
    let left = declined;
    for (let n = 0; n < 15; n++) {
      const leadId = await desk.lead({ temperature: "cold" });
      const agentId = (await desk.state(leadId)).offer?.agentId as "anna";
      const declines = agentId === "anna" && left > 0;
      if (declines) left -= 1;
      await desk.act(agentId, leadId, declines ? "decline" : "accept", declines ? { reason: "No" } : {});
      const next = (await desk.state(leadId)).offer?.agentId as "ben" | undefined;
      if (next) await desk.act(next, leadId, "accept");
      // Closed, so that it is not taken back and offered again days later.
      await desk.act(next ?? agentId, leadId, "lose", { reason: "bought elsewhere" });
      await desk.pass(minute);
    }
  }
  const suspension = async (desk: LeadDesk) => (await portsOf(desk).picks.picksOf("anna")).suspension;

  test("below it nobody picks for a week; the agent and the leader are told why; not again for the same offers", async () => {
    const desk = await openDesk(acceptance);
    await offers(desk, 2);
    await toNight(desk, "2026-11-25");
    const from = desk.world.now();
    expect(await review(desk)).toEqual({ moved: 0, suspended: 1 });
    expect(await suspension(desk)).toEqual({ from, until: from + 7 * day, reason: "acceptance" });
    expect([await told(desk, "suspended"), await told(desk, "agentSuspended")]).toEqual([["anna"], ["lena"]]);
    expect(await desk.world.notices()).toContainEqual(
      expect.objectContaining({
        kind: "suspended",
        text: expect.stringMatching(
          /Bis Mi 2\.12\. 00:30 .* 3 von 5 angebotenen Leads angenommen \(60.%, mindestens 80.%\)/,
        ),
      }),
    );
    expect(await review(desk)).toEqual({ moved: 0, suspended: 0 });
    await desk.pass(7 * day);
    expect(await review(desk)).toEqual({ moved: 0, suspended: 0 });
    await offers(desk, 5);
    await toNight(desk, "2026-12-03");
    expect(await review(desk)).toEqual({ moved: 0, suspended: 1 });
  });

  test("enough accepted, or offers older than a week, suspend nobody", async () => {
    const desk = await openDesk(acceptance);
    await offers(desk, 1);
    await toNight(desk, "2026-11-25");
    expect(await review(desk)).toMatchObject({ suspended: 0 });
    await offers(desk, 5);
    await toNight(desk, "2026-12-03");
    expect(await review(desk)).toMatchObject({ suspended: 0 });
    expect(await suspension(desk)).toBeUndefined();
  });

  test("out of time: nobody is suspended, and it says so", async () => {
    const desk = await openDesk(acceptance);
    await offers(desk, 5);
    await toNight(desk, "2026-11-25");
    expect(await review(desk, 0)).toEqual({ moved: 0, unfinished: 1 });
    expect(await suspension(desk)).toBeUndefined();
  });

  test("whoever dies at any of its calls is followed by another run: everybody is told, nobody suspended twice", async () => {
    const desk = await openDesk(acceptance);
    await offers(desk, 5);
    await toNight(desk, "2026-11-25");
    const ports = portsOf(desk);
    const { calls } = await counted(desk);
    for (const when of ["before", "after"] as const) {
      for (let at = calls.length - 8; at <= calls.length; at += 1) {
        const again = await openDesk(acceptance);
        await offers(again, 5);
        await toNight(again, "2026-11-25");
        const dying = oneProcess(portsOf(again), { at, when });
        await reviewPicking(dying.ports, { until: never }).catch(() => undefined);
        await review(again);
        const stored = await portsOf(again).picks.picksOf("anna");
        expect([stored.revision, stored.suspension?.from]).toEqual([1, again.world.now()]);
        expect(await told(again, "suspended")).toContain("anna");
        expect(await told(again, "agentSuspended")).toContain("lena");
      }
    }
    expect((await ports.picks.picksOf("anna")).revision).toBe(1);
  });

  async function counted(desk: LeadDesk) {
    const process = oneProcess(portsOf(desk));
    await reviewPicking(process.ports, { until: never });
    return process;
  }
});
