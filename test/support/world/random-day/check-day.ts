import { leadStatus } from "../../../../shared/schemas/lead/lead.ts";
import { violations } from "../invariants/invariants.ts";
import type { World } from "../world.ts";
import type { Day } from "./day.ts";

/** Lets everything come to rest, and fails the day if an invariant does not hold then. */
export async function checkDay(
  day: Day,
  { crashes, when }: { readonly crashes: boolean; readonly when: string },
): Promise<void> {
  const { world, tenant, forced, most } = day;
  await world.clearFaults();
  await world.settle();
  // Without crashes nothing may need mending: the reconciler would hide what the stream has to do.
  if (crashes) await world.reconcile();
  day.faulty(false);
  const drained = day.plans.every(neverHolds) || (crashes && isOpen(world.now()));
  const found = await violations(world, {
    leadIds: [...new Set([...day.leadIds, ...(await leadsThere(world))])],
    agentIds: [...day.agents, ...Object.keys(tenant.chiefs)],
    capacityOf: (agentId) => most.get(agentId) ?? 1000,
    forced: (agentId) => forced.get(agentId) ?? 0,
    crashes,
    ...(tenant.quotas && { quotas: tenant.quotas }),
    ...(tenant.sharesOf && { sharesOf: tenant.sharesOf }),
    ...(drained && { drained: (agentId) => !day.away.has(agentId) }),
    buyers: new Map([...most].filter(([id]) => tenant.buyers?.[id] !== undefined)),
  });
  if (found.length > 0) day.fail(`${when}\n${found.slice(0, 10).join("\n")}`);
}

/** Also those whose sender gave up before there was an answer. */
async function leadsThere({ ports: { leads } }: World): Promise<readonly string[]> {
  const lists = leadStatus.options.map(async (status) => (await leads.listByStatus(status, { limit: 1000 })).items);
  return (await Promise.all(lists)).flat();
}

/** Whether the plan treats leads at night like others: then nothing has to wait for the morning's sweep. */
function neverHolds(plan: { readonly onCall?: { readonly outsideHours: string } }): boolean {
  return (plan.onCall?.outsideHours ?? "normal") === "normal";
}

/** Well inside the business hours of every tenant, so that the first sweep of the day is over. */
function isOpen(now: number): boolean {
  const options = { timeZone: "Europe/Berlin", weekday: "short", hour: "numeric", hourCycle: "h23" } as const;
  const parts = new Intl.DateTimeFormat("en", options).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return part("weekday") !== "Sun" && Number(part("hour")) >= 9 && Number(part("hour")) < 20;
}
