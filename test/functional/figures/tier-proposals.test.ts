import { expect, test } from "vitest";
import { measureTeam } from "../../../shared/usecases/figures/measure-team.ts";
import { handleProposalChange } from "../../../shared/usecases/stream/handle-proposal-change.ts";
import { proposalOf } from "../../store/contract/figures.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

const rules = [{ id: "all", method: { type: "tiers" }, overflow: "queue" }];
const confirming = { rules, tiers: { minLeads: 2 } };
const automatic = { rules, tiers: { minLeads: 2, review: "automatic" } };

/** The world's ports, by the world's time. */
function portsOf({ world }: LeadDesk): MemoryPorts {
  const ports = world.ports as MemoryPorts;
  return { ...ports, clock: { ...ports.clock, now: () => world.now() } };
}
const decide = (desk: LeadDesk, id: string, what: "confirm" | "refuse") =>
  desk.ask("mia", "POST", `/v1/tiers/proposals/${id}/${what}`, {});
const toNewYear = (desk: LeadDesk) => desk.pass(Date.parse("2027-01-01T03:00:00Z") - desk.world.now());

/** Anna is in C, and should be in B. */
async function withProposal(plan: object): Promise<LeadDesk> {
  const desk = await openDesk(plan);
  await desk.agent("anna", { tier: "C" });
  await portsOf(desk).figures.propose(proposalOf("anna"));
  return desk;
}

test.each([1, 2, 3, 4, 5])(
  "of two managers who decide at once one is told so; the tier is what stands: %i",
  async (n) => {
    const desk = await withProposal(confirming);
    const { figures, config } = portsOf(desk);
    const id = "2026-q3-anna";
    const turns = Array.from({ length: n }, () => undefined);
    const late = async (what: "confirm" | "refuse") => {
      for (const _ of turns) await Promise.resolve();
      return decide(desk, id, what);
    };
    const [confirmed, refused] = await Promise.all([decide(desk, id, "confirm"), late("refuse")]);
    const proposal = await figures.proposal(id);
    const tier = (await config.current()).agents.get("anna")?.tier;
    expect([proposal?.status, tier]).toEqual(confirmed.status === 200 ? ["confirmed", "B"] : ["refused", "C"]);
    expect([confirmed.status, refused.status].toSorted()).toEqual([200, 409]);
  },
);

test("an agent who is saved between looking and confirming keeps what was saved", async () => {
  const desk = await withProposal(confirming);
  const ports = portsOf(desk);
  await Promise.all([decide(desk, "2026-q3-anna", "confirm"), desk.agent("anna", { tier: "C", capacity: 7 })]);
  const { capacity } = (await ports.config.current()).agents.get("anna") ?? {};
  const { status } = (await ports.figures.proposal("2026-q3-anna")) ?? {};
  expect({ capacity, status }).toEqual({ capacity: 7, status: "confirmed" });
});

test("a proposal that nobody decided ends with the next review", async () => {
  const desk = await withProposal(confirming);
  await toNewYear(desk);
  await measureTeam(portsOf(desk), { until: Number.MAX_SAFE_INTEGER });
  const late = await decide(desk, "2026-q3-anna", "confirm");
  expect(late).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/next review, which counts/) } });
  const list = await desk.ask("mia", "GET", "/v1/tiers/proposals?status=superseded");
  expect(list.body).toMatchObject({ items: [{ status: "superseded", decided: { actor: "system" } }] });
  expect((await portsOf(desk).config.current()).agents.get("anna")?.tier).toBe("C");
});

test("a plan that decides by itself asks nobody: the agent and the leaders are told of the change, once", async () => {
  const desk = await withProposal(automatic);
  const ports = portsOf(desk);
  const open = proposalOf("anna");
  const decided = { actor: "system", at: desk.world.now() };
  const confirmed = { ...open, status: "confirmed", event: "agent.tierChanged", decided } as const;
  await handleProposalChange(ports, undefined, open);
  await handleProposalChange(ports, open, confirmed);
  await handleProposalChange(ports, confirmed, confirmed);
  expect(ports.outbox.filter(({ kind }) => kind.startsWith("tier"))).toMatchObject([
    { channel: "email", to: "anna@example.com", kind: "tierChanged" },
    { channel: "leader", teamId: "city", kind: "tierSet", text: expect.stringMatching(/wie es der Verteilungsplan/) },
  ]);
});
