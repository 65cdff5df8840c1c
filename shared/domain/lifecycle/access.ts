import type { Agent, Team } from "../../schemas/agent.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Plan } from "../../schemas/plan/plan.ts";
import { claimGroup } from "../lead-pool/claim-group.ts";
import { holdOf } from "./commands/hold-commands.ts";
import { holderOf } from "./holder.ts";
import { isFinal } from "./phase.ts";

/** A signed-in person, or an agent who came by a link (as a member of the group `agent`). */
export interface LeadCaller {
  readonly agentId: string;
  readonly groups: readonly ("agent" | "isa" | "leader" | "manager" | "admin" | "finance" | "marketing")[];
}

/** The part of the team that access depends on. */
export interface Circle {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly teams: ReadonlyMap<string, Pick<Team, "leaderId" | "deputyId">>;
  /** Says who may claim which leads of the pool; everybody may without one. */
  readonly plan?: Plan | undefined;
}

export const leadActions = [
  "view",
  "history",
  "accept",
  "decline",
  "claim",
  "open",
  "contact",
  "qualify",
  "handover",
  "appointment",
  "convert",
  "lose",
  "unqualify",
  "feedback",
  "engagement",
  "assign",
  "return",
  "complain",
  "update",
  "erase",
  "export",
] as const;
export type LeadActionName = (typeof leadActions)[number];

/** `hidden`: for this caller the lead does not exist; `no`: they see it, but may not do this. */
export type Access = "yes" | "no" | "hidden";

/** How a caller stands to a lead; the first that fits. `passer` sees it without personal data only. */
export type Standing =
  /** Offered to the caller. */
  | "offeree"
  /** The caller's own, also after it was closed. */
  | "owner"
  /** Manager, admin, or leader of a team that has it, or part of it; every leader for leads nobody has. */
  | "leader"
  /** An ISA, for leads in nurture or with an ISA. */
  | "qualifier"
  /** It lies in the pool for the caller to claim. */
  | "claimant"
  /** The caller has its details open (E2). */
  | "picker"
  /** Finance or marketing. */
  | "passer"
  /** Was asked before: declined, or let the offer pass. */
  | "former"
  | "stranger";

/** How this caller stands to this lead. */
export function standingOf({ agentId, groups }: LeadCaller, state: LeadState, circle: Circle): Standing {
  const holder = isFinal(state.status) ? state.ownerId : holderOf(state);
  if (holder === agentId) return state.status === "offered" ? "offeree" : "owner";
  if (groups.includes("manager") || groups.includes("admin")) return "leader";
  if (groups.includes("leader") && leads(agentId, holder, state, circle)) return "leader";
  if (groups.includes("isa") && (state.status === "nurture" || circle.agents.get(holder ?? "")?.role === "isa")) {
    return "qualifier";
  }
  const hold = holdOf(state);
  if (hold?.agentId === agentId) return "picker";
  const claims = groups.some((group) => group === "agent" || group === "isa" || group === "leader");
  if ((state.status === "pooled" || hold !== undefined) && claims && inClaimGroup(agentId, state, circle))
    return "claimant";
  if (groups.includes("marketing") || groups.includes("finance")) return "passer";
  return state.tried?.includes(agentId) === true ? "former" : "stranger";
}

/** Whether the leader leads one of those who have the lead (C11: its recipients), or nobody has it: not even a buyer. */
function leads(leaderId: string, holder: string | undefined, state: LeadState, circle: Circle): boolean {
  if (state.shares !== undefined) {
    return state.shares.given.some(
      ({ recipient }) => "agentId" in recipient && leadsAgent(leaderId, recipient.agentId, circle),
    );
  }
  if (holder === undefined) return !isFinal(state.status) && state.share?.buyerId === undefined;
  return leadsAgent(leaderId, holder, circle);
}

/** A leader leads the teams that name them as leader or deputy, and their own. */
export function leadsAgent(leaderId: string, agentId: string, { agents, teams }: Circle): boolean {
  const team = agents.get(agentId)?.team;
  if (team === undefined) return false;
  const { leaderId: named, deputyId } = teams.get(team) ?? {};
  return named === leaderId || deputyId === leaderId || agents.get(leaderId)?.team === team;
}

function inClaimGroup(agentId: string, { posted }: LeadState, { plan, agents }: Circle): boolean {
  const group = claimGroup(posted, plan, agents);
  return group === undefined || group.some((agent) => agent.agentId === agentId);
}

/** Whether the caller may do this to the lead as far as roles go; what its status allows is decided later. */
export function mayAct(caller: LeadCaller, action: LeadActionName, state: LeadState, circle: Circle): Access {
  const standing = standingOf(caller, state, circle);
  const former = state.tried?.includes(caller.agentId) === true;
  if (allowed(action, standing, caller, former, state)) return "yes";
  return standing === "stranger" || standing === "former" ? "hidden" : "no";
}

/** Whether the caller decides on a report that this lead is bad (A6): who leads those who have it, never its owner. */
export function decidesReturn(caller: LeadCaller, state: LeadState, circle: Circle): boolean {
  const { groups } = caller;
  return groups.includes("manager") || groups.includes("admin") || standingOf(caller, state, circle) === "leader";
}

function allowed(
  action: LeadActionName,
  standing: Standing,
  { groups }: LeadCaller,
  former: boolean,
  state: LeadState,
): boolean {
  const works = standing === "owner" || standing === "leader" || standing === "qualifier";
  switch (action) {
    case "view":
      // What is to be picked is seen in the list, or with its details open (E1, E2); who was asked before knows it.
      if (standing === "claimant") return state.posted?.pick !== true || former;
      return standing !== "stranger" && standing !== "former";
    case "history":
      return works || standing === "offeree" || groups.includes("marketing");
    case "accept":
    case "decline":
      // A repeat, or an answer that came too late, is told so.
      return standing === "offeree" || standing === "owner" || former;
    case "claim":
    case "open":
      // The slower of two is told that it was claimed.
      return (
        standing === "claimant" ||
        standing === "picker" ||
        standing === "offeree" ||
        works ||
        state.claimedAt !== undefined
      );
    case "complain":
      // Who was asked, or saw it in the pool before it was claimed, knows the lead.
      return former || (standing !== "passer" && (standing !== "stranger" || state.claimedAt !== undefined));
    case "contact":
    case "qualify":
    case "appointment":
    case "convert":
    case "lose":
    case "unqualify":
    case "feedback":
      // Who has only been offered the lead is told by its status, not by their role.
      return works || standing === "offeree";
    case "handover":
      return (
        standing === "leader" ||
        standing === "qualifier" ||
        ((standing === "owner" || standing === "offeree") && groups.includes("isa"))
      );
    case "engagement":
      return works || groups.includes("marketing");
    case "assign":
      return standing === "leader";
    case "return":
    case "update":
      return works;
    case "erase":
    case "export":
      return groups.includes("manager") || groups.includes("admin");
  }
}
