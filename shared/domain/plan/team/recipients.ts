import type { Condition } from "../../../schemas/plan/condition.ts";
import type { Method } from "../../../schemas/plan/method.ts";
import type { PlanInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { methodsOfPlan } from "../methods-of-plan.ts";
import type { Surroundings } from "../unknown-references.ts";
import { neverServed, withRoom } from "./possible-recipients.ts";
import { teamIndex } from "./team-index.ts";

/** Shared leads with more shares than can ever be taken, with one only, or for buyers who get none of them (C11). */
export function recipients(plan: PlanInput, around: Surroundings): readonly Finding[] {
  const conditions = new Map(plan.rules.map(({ id, when }) => [id, when]));
  return methodsOfPlan(plan).flatMap(({ method, ruleId, pointer }) =>
    method.type === "shared"
      ? inShared(method, { ...around, when: conditions.get(ruleId), capacity: plan.capacity }).map((finding) => ({
          ...finding,
          ruleId,
          pointer: pointer + (finding.pointer ?? ""),
        }))
      : [],
  );
}

function inShared(
  { pool, buyers: named = [], shares }: Extract<Method, { readonly type: "shared" }>,
  around: Surroundings & { readonly when: Condition | undefined; readonly capacity: number },
): readonly Finding[] {
  const idle = named.flatMap((id, i): readonly Finding[] => {
    const buyer = around.buyers?.get(id);
    const code = buyer && neverServed(buyer, around.when);
    return code === undefined ? [] : [{ severity: "warning", id, code, pointer: `/buyers/${i}` }];
  });
  const team = pool === undefined && named.length > 0 ? [] : teamIndex(around)(pool ?? {}).agents;
  const agents = withRoom(team, around.capacity);
  const count = agents.length + named.length - idle.length;
  const few = shares !== undefined && shares > 1 && count < shares;
  return [
    ...idle,
    ...(few ? [{ severity: "warning", code: "fewRecipients", shares, count, pointer: "/shares" } as const] : []),
    ...(shares === 1 ? [{ severity: "hint", code: "sharedWithOne", pointer: "/shares" } as const] : []),
  ];
}
