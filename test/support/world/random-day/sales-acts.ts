import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import { type Act, byHolder, byPerson } from "./act.ts";
import type { Day } from "./day.ts";

const criteria = {
  buyer: { incomeVerified: true, preApproval: true, timeFrame: "3 months", areas: "Mitte" },
  seller: { valuation: 400_000, timeFrame: "at once", motivation: "moves", condition: "good" },
};
const owned = ({ ownerId }: LeadState) => ownerId !== undefined;

/** Inside sales, bad leads, visitors who come back, and buyers: what the tenant with every method has besides. */
export const salesActs: readonly Act[] = [
  [14, handOver],
  [3, handOverByChief],
  [4, (day) => byHolder(day, "return", { reason: "wrong number" }, owned)],
  [3, decideReturn],
  [3, (day) => byHolder(day, "engagement", { type: day.pick(["villaPage", "brochure"]) }, owned)],
  [2, (day) => byHolder(day, "feedback", { rating: day.pick([1, 3, 5]) }, owned)],
  [10, answerByBuyer],
];

const open = new Set<string>(["accepted", "contacted", "qualified", "appointment"]);

/** Leads that somebody of inside sales has. */
const inside = ({ agents, tenant }: Day) => {
  const isas = new Set(agents.filter((agentId) => "role" in (tenant.agents[agentId] ?? {})));
  return ({ status, ownerId = "" }: LeadState) => open.has(status) && isas.has(ownerId);
};

/** Found out first what has to be, mostly; then to whom the rules say, or to somebody by name. */
async function handOver(day: Day): Promise<void> {
  const state = await day.someLead(inside(day));
  if (state?.ownerId === undefined) return;
  const body = await day.world.ports.leads.body(state.leadId);
  const needed = body?.facts.interest === "seller" ? criteria.seller : criteria.buyer;
  const checklist = day.chance(0.8) ? needed : day.pick([criteria.buyer, { timeFrame: "soon" }]);
  if (day.chance(0.9)) await byPerson(day, state.ownerId, "qualify", state.leadId, { checklist });
  await byPerson(day, state.ownerId, "handover", state.leadId, day.chance(0.6) ? {} : { to: day.pick(day.agents) });
}

/** With a reason, whatever is still missing; now and then without one. */
async function handOverByChief(day: Day): Promise<void> {
  const state = await day.someLead(day.chance(0.8) ? inside(day) : owned);
  if (!state) return;
  const reason = day.chance(0.8) && { reason: "in a hurry" };
  const to = day.chance(0.4) && { to: day.pick(day.agents) };
  await byPerson(day, "mona", "handover", state.leadId, { ...reason, ...to });
}

/** Reported or not, a leader returns it, or finds nothing wrong. */
async function decideReturn(day: Day): Promise<void> {
  const anyLead = day.chance(0.1);
  const state = await day.someLead(({ returnAsked }) => returnAsked !== undefined || anyLead);
  if (!state) return;
  const refuse = state.returnAsked !== undefined && day.chance(0.5) && { refuse: true };
  await byPerson(day, "mona", "return", state.leadId, { reason: "looked at it", ...refuse });
}

/** On the page that a delivery named: also one that is somebody else's by now. */
async function answerByBuyer(day: Day): Promise<void> {
  const pages = day.world.buyers.pages();
  if (pages.length === 0) return;
  const body = day.pick([
    { action: "accept" },
    { action: "return", reason: "wrongData" },
    { action: "return", reason: "known" },
    { action: "rate", rating: 2, comment: "did not answer" },
  ]);
  const path = day.pick(pages);
  await day.said(`buyer ${body.action} ${path}`, day.world.ask("POST", path, { body }));
}
