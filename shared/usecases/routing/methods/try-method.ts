import type { Method } from "../../../schemas/plan/method.ts";
import type { Attempt, AttemptContext } from "../attempt.ts";
import { tryAgent } from "./try-agent.ts";
import { tryArea } from "./try-area.ts";
import { tryCherryPick } from "./try-cherry-pick.ts";
import { tryIsa } from "./try-isa.ts";
import { tryLeastLoaded } from "./try-least-loaded.ts";
import { tryMix } from "./try-mix.ts";
import { tryOnCall } from "./try-on-call.ts";
import { tryPool } from "./try-pool.ts";
import { tryRotation } from "./try-rotation.ts";
import { trySharing } from "./try-shared.ts";

/** Lets a rule's method look for an agent. */
export function tryMethod(context: AttemptContext, method: Method): Promise<Attempt> {
  switch (method.type) {
    case "roundRobin":
    case "weighted":
    case "tiers":
    case "fastest":
      return tryRotation(context, method);
    case "leastLoaded":
      return tryLeastLoaded(context, method);
    case "area":
    case "lastInArea":
      return tryArea(context, method);
    case "agent":
      return tryAgent(context, "agent", method.agentId);
    case "owner":
      return tryAgent(context, "owner", context.request.owner);
    case "onCall":
      return tryOnCall(context);
    case "isa":
      return tryIsa(context, method);
    case "pool":
      return Promise.resolve(tryPool(context, method));
    case "cherryPick":
      return tryCherryPick(context, method, tryMethod);
    case "shared":
      return trySharing(context, method);
    case "mix":
      return tryMix(context, method, tryMethod);
    default:
      return method satisfies never;
  }
}
