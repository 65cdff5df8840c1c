import type { Buyer } from "../../../schemas/buyer.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { leadSpace } from "../conditions/lead-space.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { teamIndex } from "./team-index.ts";

/** Shared leads with more shares than anybody can take, with one only, or for buyers who are paused (C11). */
export function recipients(plan: PlanInput, around: Surroundings): readonly Finding[] {
  return methodsOfPlan(plan).flatMap(({ method, ruleId, pointer }) =>
    method.type === "shared"
      ? inShared(method, around).map((finding) => ({ ...finding, ruleId, pointer: pointer + (finding.pointer ?? "") }))
      : [],
  );
}

function inShared(
  { pool, buyers: named = [], shares }: Extract<Method, { readonly type: "shared" }>,
  around: Surroundings,
): readonly Finding[] {
  const idle = named.flatMap((id, i): readonly Finding[] => {
    const buyer = around.buyers?.get(id);
    const about = { severity: "warning", id, pointer: `/buyers/${i}` } as const;
    if (buyer?.status === "paused") return [{ ...about, code: "pausedBuyer" }];
    return buyer !== undefined && takesNothing(buyer) ? [{ ...about, code: "buyerTakesNothing" }] : [];
  });
  const agents = pool === undefined && named.length > 0 ? [] : teamIndex(around)(pool ?? {}).agents;
  const count = agents.length + named.length - idle.length;
  const few = shares !== undefined && shares > 1 && count < shares;
  return [
    ...idle,
    ...(few ? [{ severity: "warning", code: "fewRecipients", shares, count, pointer: "/shares" } as const] : []),
    ...(shares === 1 ? [{ severity: "hint", code: "sharedWithOne", pointer: "/shares" } as const] : []),
  ];
}

/** A filter that no lead meets. */
function takesNothing({ filter }: Pick<Buyer, "filter">): boolean {
  return filter !== undefined && leadSpace([filter]).regionOf(filter)?.length === 0;
}
