import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
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
  const active = named.filter((id) => around.buyers?.get(id)?.status === "active");
  const paused = named.flatMap((id, i) =>
    around.buyers?.get(id)?.status === "paused"
      ? [{ severity: "warning", code: "pausedBuyer", id, pointer: `/buyers/${i}` } as const]
      : [],
  );
  const agents = pool === undefined && named.length > 0 ? [] : teamIndex(around)(pool ?? {}).agents;
  const count = agents.length + active.length;
  const few = shares !== undefined && shares > 1 && count < shares;
  return [
    ...paused,
    ...(few ? [{ severity: "warning", code: "fewRecipients", shares, count, pointer: "/shares" } as const] : []),
    ...(shares === 1 ? [{ severity: "hint", code: "sharedWithOne", pointer: "/shares" } as const] : []),
  ];
}
