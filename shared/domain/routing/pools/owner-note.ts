import type { Agent } from "../../../schemas/agent.ts";
import type { KnownThrough, RuleWhy } from "../../../schemas/lead/decision.ts";

interface Owned {
  readonly owner?: string | undefined;
  readonly knownThrough?: KnownThrough | undefined;
}

/** Why a lead is somebody's before any rule is looked at (C12); a sender may name somebody who is not in the team. */
export function ownerNote(
  { owner = "", knownThrough }: Owned,
  { agents }: { readonly agents: ReadonlyMap<string, Agent> },
): NonNullable<RuleWhy["note"]> {
  switch (knownThrough) {
    case "outbound":
      return agents.has(owner) ? "firstContact" : "noSuchAgent";
    case "account":
      return "knownCompany";
    case "offered":
      return "beingOffered";
    case undefined:
      return "knownPerson";
  }
}
