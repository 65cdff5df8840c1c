import type { Decided, Draft, Refusal } from "../../domain/lifecycle/command.ts";
import { holderOf } from "../../domain/lifecycle/holder.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { Ports } from "../ports/ports.ts";
import { capacityOf } from "../routing/full-agents.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { type ActionKey, keyUse, withKey } from "./actions/action-key.ts";
import { giveBackPlace } from "./give-back-place.ts";

export type Committed =
  /** `changed` false: the lead was as wanted already, or this is a repeat. */
  | { readonly outcome: "done"; readonly state: LeadState; readonly changed: boolean }
  | { readonly outcome: "refused"; readonly state: LeadState; readonly refusal: Refusal }
  /** The Idempotency-Key was used with another body. */
  | { readonly outcome: "keyReused"; readonly state: LeadState }
  /** Others changed the lead again and again: the caller may try once more later. */
  | { readonly outcome: "busy"; readonly state: LeadState }
  | { readonly outcome: "gone" };

export interface CommitOptions {
  readonly key?: ActionKey | undefined;
  /** Whose place is reserved already, by routing. */
  readonly reserved?: string | undefined;
  /** A leader's override: the agent gets the lead however full. */
  readonly force?: boolean | undefined;
}

type CommitPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads">;

const mostAttempts = 5;

/**
 * Decides and commits with one conditional write; when somebody else was faster, decides again from the lead as it
 * stands. `start` may be out of date: nothing is refused or taken for done without a consistent look. A new holder's
 * place is reserved before the commit and given back if it does not come to be; the old one's is released by the
 * consumer of the stream, after it.
 */
export async function commitDecided(
  ports: CommitPorts,
  config: RoutingConfig,
  start: LeadState,
  decideOn: (state: LeadState) => Decided,
  options: CommitOptions = {},
): Promise<Committed> {
  const places = new Set(options.reserved === undefined ? [] : [options.reserved]);
  const result = await attempts(ports, config, start, decideOn, options, places);
  const holder = result.outcome === "gone" ? undefined : holderOf(result.state);
  for (const agentId of places) {
    if (agentId !== holder) await giveBackPlace(ports, start.leadId, agentId);
  }
  return result;
}

async function attempts(
  ports: CommitPorts,
  config: RoutingConfig,
  start: LeadState,
  decideOn: (state: LeadState) => Decided,
  options: CommitOptions,
  places: Set<string>,
): Promise<Committed> {
  let state = start;
  let fresh = false;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const use = keyUse(state, options.key, ports.clock.now());
    if (use === "otherBody") return { outcome: "keyReused", state };
    if (use === "repeat") return { outcome: "done", state, changed: false };
    const decided = decideOn(state);
    if (!decided.accepted || decided.next === undefined) {
      const current = fresh ? state : await ports.leads.state(state.leadId);
      if (current === undefined) return { outcome: "gone" };
      fresh = true;
      if (current.version !== state.version) {
        state = current;
        continue;
      }
      return decided.accepted
        ? { outcome: "done", state: current, changed: false }
        : { outcome: "refused", state: current, refusal: decided.refusal };
    }
    const refusal = await reserveNewHolder(ports, config, state, decided.next, options, places);
    if (refusal !== undefined) return { outcome: "refused", state, refusal };
    const next = named(state, decided.next, ports, options.key);
    const commit = await ports.leads.commit(state.version, next);
    if (commit.done) return { outcome: "done", state: next, changed: true };
    if (commit.current === undefined) return { outcome: "gone" };
    state = commit.current;
    fresh = true;
  }
  return { outcome: "busy", state };
}

/** The commit's name and version: versions count events. */
function named(state: LeadState, draft: Draft, ports: CommitPorts, key: ActionKey | undefined): LeadState {
  return {
    ...draft,
    version: state.version + draft.events.length,
    commitId: ports.ids.random(9),
    ...(key !== undefined && { keys: withKey(state.keys, key, ports.clock.now()) }),
  };
}

async function reserveNewHolder(
  { leads, loads }: CommitPorts,
  { agents, plan }: RoutingConfig,
  state: LeadState,
  next: Draft,
  { force = false }: CommitOptions,
  places: Set<string>,
): Promise<Refusal | undefined> {
  const agentId = holderOf(next);
  if (agentId === undefined || agentId === holderOf(state)) return undefined;
  const { share } = state;
  if (share !== undefined && !(await leads.claimRecipient(share.parentId, agentId, share.shareId))) {
    return { kind: "hasShare", agentId };
  }
  if (places.has(agentId)) return undefined;
  const agent = agents.get(agentId);
  if (agent === undefined || agent.status === "inactive") return { kind: "unavailable", agentId, reason: "inactive" };
  const reserved = await loads.reserve(agentId, state.leadId, capacityOf(agent, plan), { force });
  if (!reserved) return { kind: "unavailable", agentId, reason: "capacity" };
  places.add(agentId);
  return undefined;
}
