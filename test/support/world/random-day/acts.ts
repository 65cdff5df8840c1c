import type { Act } from "./act.ts";
import type { Day } from "./day.ts";
import { fieldActs, fromPool } from "./field-acts.ts";
import { sendLead } from "./intake.ts";
import { assign, changeTeam, officeActs } from "./office-acts.ts";
import { salesActs } from "./sales-acts.ts";
import type { Tenant } from "./tenant.ts";

function actsOf({ quotas, buyers }: Tenant): readonly Act[] {
  const everything = buyers !== undefined;
  const picking = quotas !== undefined;
  return [
    [everything ? 60 : 30, sendLead],
    ...fieldActs,
    [3, assign],
    [8, changeTeam],
    [picking ? 14 : 3, (day) => fromPool(day, "claim")],
    [picking && !everything ? 10 : 1, (day) => fromPool(day, "open")],
    ...(everything ? [...salesActs, ...officeActs] : []),
  ];
}

/** Does one of the things that people of this tenant do. */
export async function drawAct(day: Day): Promise<void> {
  const acts = actsOf(day.tenant);
  let at = day.random() * acts.reduce((sum, [weight]) => sum + weight, 0);
  const act = acts.find(([weight]) => {
    at -= weight;
    return at < 0;
  });
  await act?.[1](day);
}
