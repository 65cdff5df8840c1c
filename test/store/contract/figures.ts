import { expect, test } from "vitest";
import type { AgentFigures } from "../../../shared/schemas/figures.ts";
import type { TierProposal, TierReview } from "../../../shared/schemas/tier.ts";
import type { FiguresPort } from "../../../shared/usecases/ports/figures-port.ts";
import type { ConfigPort } from "../../../shared/usecases/ports/ports.ts";
import { anna, days, monday } from "../samples.ts";

export const figuresOf = (agentId: string, assigned = 3): AgentFigures => ({
  agentId,
  from: monday - days(90),
  to: monday,
  assigned,
  contacted: 2,
  minutesToContact: 12.5,
  appointments: 1,
  noShows: 0,
  converted: 1,
  conversion: 0.3333,
  averageDeal: { amount: 9000, currency: "EUR" },
  sources: { website: { assigned, contacted: 2, converted: 1 } },
  assignedEver: 60,
});

export const reviewOf = (agentId: string, quarter: string): TierReview => ({
  agentId,
  quarter,
  at: monday,
  tier: "C",
  above: 1,
  below: 0,
});

export const proposalOf = (agentId: string, at = monday): TierProposal => ({
  proposalId: `2026-q3-${agentId}`,
  agentId,
  quarter: "2026-Q3",
  from: "C",
  to: "B",
  kind: "promotion",
  level: 0.24,
  bar: 0.22,
  reviews: 2,
  figures: { assigned: 50, converted: 12, adjustedConversion: 0.24 },
  status: "open",
  proposedAt: at,
  event: "agent.tierProposed",
});

export function figuresContract(
  fresh: () => Promise<{ readonly figures: FiguresPort; readonly config: ConfigPort }>,
): void {
  const all = (...agents: readonly AgentFigures[]) => new Map(agents.map((each) => [each.agentId, each]));

  test("figures are seen by the very next configuration, and replaced by the next ones", async () => {
    const { figures, config } = await fresh();
    expect((await config.current()).figures).toEqual(new Map());
    await figures.save(all(figuresOf("anna"), figuresOf("ben")));
    expect((await config.current()).figures).toEqual(
      new Map([
        ["anna", figuresOf("anna")],
        ["ben", figuresOf("ben")],
      ]),
    );
    await figures.save(all(figuresOf("anna", 9), figuresOf("ben")));
    expect((await config.current()).figures.get("anna")?.assigned).toBe(9);
    await figures.save(all(figuresOf("ben")));
    expect([...(await config.current()).figures.keys()]).toEqual(["ben"]);
  });

  test("a proposal is confirmed with the agent's tier, both or neither", async () => {
    const { figures, config } = await fresh();
    const saved = await config.saveAgent("anna", anna({ tier: "C" }), 0);
    if (!saved.saved) throw new Error("anna was not saved");
    const [proposal, by] = [proposalOf("anna"), { actor: "agent:mia", at: monday, reason: "well done" }];
    const tierNow = async () => (await config.current()).agents.get("anna");
    await figures.propose(proposal);
    expect(await figures.confirmProposal(proposal, by, { ...saved.item, version: 7 })).toBeUndefined();
    expect(await figures.proposal(proposal.proposalId)).toEqual(proposal);
    const confirmed = { ...proposal, status: "confirmed", event: "agent.tierChanged", decided: by } as const;
    expect(await figures.confirmProposal(proposal, by, saved.item)).toEqual(confirmed);
    expect(await figures.proposal(proposal.proposalId)).toEqual(confirmed);
    expect(await tierNow()).toEqual({ ...saved.item, tier: "B", version: 2 });

    const second = { ...proposalOf("anna"), proposalId: "2026-q4-anna", from: "B", to: "C" } as const;
    await figures.propose(second);
    await figures.decideProposal(second.proposalId, { status: "refused", actor: "agent:mia", at: monday });
    expect(await figures.confirmProposal(second, by, { ...saved.item, tier: "B", version: 2 })).toBeUndefined();
    expect(await tierNow()).toMatchObject({ tier: "B", version: 2 });
  });

  test("a review is recorded once for a quarter; an earlier one never replaces a later one", async () => {
    const { figures } = await fresh();
    expect(await figures.review("anna")).toBeUndefined();
    expect(await figures.recordReview(reviewOf("anna", "2026-Q3"))).toBe(true);
    expect(await figures.recordReview({ ...reviewOf("anna", "2026-Q3"), above: 2 })).toBe(false);
    expect(await figures.recordReview(reviewOf("anna", "2026-Q2"))).toBe(false);
    expect(await figures.recordReview(reviewOf("anna", "2027-Q1"))).toBe(true);
    expect(await figures.recordReview(reviewOf("ben", "2026-Q3"))).toBe(true);
    expect(await figures.review("anna")).toEqual(reviewOf("anna", "2027-Q1"));
    expect(await figures.reviews()).toEqual([reviewOf("anna", "2027-Q1"), reviewOf("ben", "2026-Q3")]);
  });

  test("a proposal that stands is not put again; newest first", async () => {
    const { figures } = await fresh();
    expect(await figures.propose(proposalOf("anna"))).toEqual(proposalOf("anna"));
    expect(await figures.propose({ ...proposalOf("anna"), level: 0.9 })).toEqual(proposalOf("anna"));
    await figures.propose(proposalOf("ben", monday + 1));
    expect((await figures.proposals()).map(({ agentId }) => agentId)).toEqual(["ben", "anna"]);
    expect(await figures.proposal("2026-q3-anna")).toEqual(proposalOf("anna"));
    expect(await figures.proposal("2026-q3-cem")).toBeUndefined();
  });

  test("the first decision stands", async () => {
    const { figures } = await fresh();
    await figures.propose(proposalOf("anna"));
    await figures.propose(proposalOf("ben"));
    const id = "2026-q3-anna";
    const confirmed = await figures.decideProposal(id, { status: "confirmed", actor: "agent:mia", at: monday });
    expect(confirmed).toEqual({
      ...proposalOf("anna"),
      status: "confirmed",
      event: "agent.tierChanged",
      decided: { actor: "agent:mia", at: monday },
    });
    expect(await figures.decideProposal(id, { status: "refused", actor: "agent:lena", at: monday })).toEqual(confirmed);
    const refusal = { status: "refused", actor: "agent:mia", at: monday, reason: "was ill" } as const;
    expect(await figures.decideProposal("2026-q3-ben", refusal)).toMatchObject({
      status: "refused",
      event: "agent.tierProposed",
      decided: { reason: "was ill" },
    });
    expect(await figures.decideProposal("2026-q3-cem", refusal)).toBeUndefined();
  });
}
