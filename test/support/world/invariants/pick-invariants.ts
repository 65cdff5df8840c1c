import { weekAround } from "../../../../shared/domain/time/local-periods.ts";
import type { LeadEvent } from "../../../../shared/schemas/lead/event.ts";
import type { Picks } from "../../../../shared/schemas/picks.ts";
import type { Expectations, Seen } from "./invariants.ts";

export interface PickQuotas {
  readonly perHour: number;
  readonly perDay: number;
  readonly perWeek: number;
}

const zone = "Europe/Berlin";
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
type Happened = LeadEvent & { readonly leadId: string };

/** What agents have picked is what the leads say, never more than the quotas; and each has at most one lead open (E2, E6). */
export async function picksCounted(seen: Seen, expected: Expectations): Promise<readonly string[]> {
  const happened = [...seen.histories].flatMap(([leadId, items]) =>
    items.flatMap(({ events }) => events.map((event): Happened => ({ ...event, leadId }))),
  );
  const found = expected.agentIds.map(async (agentId) => {
    const picks = await seen.world.ports.picks.picksOf(agentId);
    return [
      ...claimsMatch(picks, happened, seen.world.now(), expected),
      ...missesMatch(picks, happened, seen.world.now()),
      ...(expected.quotas === undefined ? [] : withinQuotas(picks, expected.quotas)),
      ...(expected.crashes === true ? [] : oneLeadOpen(picks, seen)),
    ];
  });
  return (await Promise.all(found)).flat();
}

/** With quotas every claim of this week is counted; what is counted was claimed, unless the request died before it. */
function claimsMatch(
  { agentId, claims }: Picks,
  happened: readonly Happened[],
  now: number,
  { quotas, crashes }: Expectations,
): readonly string[] {
  const from = quotas === undefined ? now : weekAround(now, zone).from;
  const own = happened.filter(({ type, method, agentId: by }) => {
    return type === "lead.claimed" && method === "cherryPick" && by === agentId;
  });
  const same = (event: Happened, claim: Picks["claims"][number]) =>
    event.leadId === claim.leadId && event.at >= claim.at && event.at - claim.at <= minute;
  return [
    ...own
      .filter((event) => event.at >= from + minute && !claims.some((claim) => same(event, claim)))
      .map(({ leadId }) => `I3 ${leadId} was picked by ${agentId} and is not counted`),
    ...claims
      .filter((claim) => !own.some((event) => same(event, claim)) && !(claim.pending === true && crashes === true))
      .map(({ leadId }) => `I3 ${leadId} is counted among the picks of ${agentId}, who did not claim it`),
  ];
}

function missesMatch({ agentId, misses }: Picks, happened: readonly Happened[], now: number): readonly string[] {
  const own = happened.filter(({ type, reason, agentId: from, at }) => {
    return type === "lead.reclaimed" && reason === "pickMissed" && from === agentId && at > now - 6 * day;
  });
  const known = new Set(misses.map(({ leadId }) => leadId));
  const twice = misses.length - known.size;
  return [
    ...own.filter(({ leadId }) => !known.has(leadId)).map(({ leadId }) => `I7 ${agentId} missed ${leadId} uncounted`),
    ...(twice > 0 ? [`I7 ${twice} misses of ${agentId} count twice`] : []),
  ];
}

function withinQuotas({ agentId, claims }: Picks, { perHour, perDay, perWeek }: PickQuotas): readonly string[] {
  const dayOf = (at: number) => new Intl.DateTimeFormat("sv", { timeZone: zone }).format(at);
  const most = (counts: readonly number[]) => Math.max(0, ...counts);
  const hours = claims.map(({ at }) => claims.filter((each) => each.at > at - hour && each.at <= at).length);
  const sizes = (groups: ReadonlyMap<unknown, readonly unknown[]>) => [...groups.values()].map(({ length }) => length);
  const days = sizes(Map.groupBy(claims, ({ at }) => dayOf(at)));
  const weeks = sizes(Map.groupBy(claims, ({ at }) => weekAround(at, zone).from));
  const over: readonly (readonly [string, number, number])[] = [
    ["an hour", most(hours), perHour],
    ["a day", most(days), perDay],
    ["a week", most(weeks), perWeek],
  ];
  return over.flatMap(([span, count, limit]) =>
    count > limit ? [`I3 ${agentId} picked ${count} leads in ${span}, ${limit} are allowed`] : [],
  );
}

function oneLeadOpen({ agentId, holding }: Picks, { states }: Seen): readonly string[] {
  const open = states.filter(({ held }) => held?.agentId === agentId).map(({ leadId }) => leadId);
  const known = holding === undefined ? [] : [holding.leadId];
  return open.every((leadId) => known.includes(leadId)) && open.length <= 1
    ? []
    : [`I3 ${agentId} has ${open} open, and ${known} among the picks`];
}
