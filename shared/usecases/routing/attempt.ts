import type { Posting } from "../../domain/lead-pool/posting.ts";
import type { PoolTrace } from "../../domain/routing/trace.ts";
import type { Agent } from "../../schemas/agent.ts";
import type { GivenShare } from "../../schemas/lead/share.ts";
import type { RoutingConfig } from "../routing-config.ts";
import type { AssignPorts, AssignRequest } from "./assignment.ts";
import { capacityOf } from "./full-agents.ts";

/** One method being tried for one lead. */
export interface AttemptContext {
  readonly ports: AssignPorts;
  readonly config: RoutingConfig;
  readonly request: AssignRequest;
  readonly ruleId: string;
}

/**
 * With `agent` the lead is reserved for that agent, with `shared` each share for its recipient. An agent who is asked before
 * the lead is posted comes with how it will be (E7).
 */
export type Attempt =
  | { readonly outcome: "agent"; readonly agentId: string; readonly posting?: Posting; readonly trace: PoolTrace }
  | {
      readonly outcome: "shared";
      readonly given: readonly GivenShare[];
      readonly poolRule: string;
      readonly trace: PoolTrace;
    }
  | { readonly outcome: "pooled"; readonly posting?: Posting; readonly trace: PoolTrace }
  | { readonly outcome: "nobody"; readonly trace: PoolTrace };

/** Takes a place with the agent for this lead; false when there is none. Safe to repeat. */
export function reserve({ ports, config, request }: AttemptContext, agent: Agent): Promise<boolean> {
  return ports.loads.reserve(agent.agentId, request.lead.leadId, capacityOf(agent, config.plan));
}
