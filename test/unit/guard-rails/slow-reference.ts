import type { KindOfLead } from "../../../shared/domain/guard-rails/ratios.ts";
import type { CherryPick } from "../../../shared/schemas/plan/cherry-pick.ts";
import type { Temperature } from "../../../shared/schemas/primitives.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Everything that one agent ever did, oldest first; nothing is forgotten. */
export type Deed =
  | { readonly type: "claim"; readonly at: number; readonly temperature: Temperature; readonly aged: boolean }
  | { readonly type: "miss" | "list" | "detailsOver"; readonly at: number };

export interface Asked {
  readonly temperature: Temperature;
  readonly receivedAt: number;
  readonly postedAt: number;
  readonly tier: 1 | 2 | 3;
  /** Until when somebody has it open. */
  readonly heldBy?: { readonly me: boolean; readonly until: number };
}

/** The rules of section E read one by one, with loops over the whole past: why the agent may not pick the lead, until when. */
export function slowObstacle(
  deeds: readonly Deed[],
  lead: Asked,
  others: readonly KindOfLead[],
  rails: CherryPick,
  zone: string,
  now: number,
): { readonly reason: string; readonly until?: number } | undefined {
  const found: { reason: string; until: number }[] = [];
  const claims = deeds.filter((deed) => deed.type === "claim");
  const misses = deeds.filter((deed) => deed.type === "miss").map(({ at }) => at);

  // E3: three misses within seven days; those before a suspension, or in its very millisecond, do not count again.
  if (rails.misses !== false) {
    let open: number[] = [];
    let suspendedAt = Number.NEGATIVE_INFINITY;
    for (const at of misses) {
      if (at === suspendedAt) continue;
      open = [...open.filter((each) => at - each < 7 * day), at];
      if (open.length < rails.misses.suspendAfter) continue;
      const until = at + ms(rails.misses.suspension);
      if (now < until) found.push({ reason: "suspended", until });
      open = [];
      suspendedAt = at;
    }
  }

  // E5.
  if (rails.access !== false && lead.tier > 1) {
    const delay = lead.tier === 2 ? rails.access.second : rails.access.last;
    const from = delay === "assignedOnly" ? Number.POSITIVE_INFINITY : lead.postedAt + ms(delay);
    if (now < from) found.push({ reason: "accessDelay", until: from });
  }

  // E6.
  if (rails.quotas !== false) {
    const { perHour, perDay, perWeek } = rails.quotas;
    if (perHour !== false) {
      const inHourBefore = (t: number) => claims.filter(({ at }) => t - at < hour).length;
      const free = [now, ...claims.map(({ at }) => at + hour)].filter((t) => t >= now && inHourBefore(t) < perHour);
      const until = Math.min(...free);
      if (until > now) found.push({ reason: "quota", until });
    }
    const today = dateIn(zone, now);
    if (perDay !== false) {
      const lost = rails.misses === false ? 0 : misses.filter((at) => dateIn(zone, at) === today).length;
      const limit = perDay - lost * (rails.misses === false ? 0 : rails.misses.claimsLess);
      if (claims.filter(({ at }) => dateIn(zone, at) === today).length >= Math.max(0, limit)) {
        found.push({ reason: "quota", until: walkUntil(now, (t) => dateIn(zone, t) !== today) });
      }
    }
    if (perWeek !== false) {
      const week = mondayOf(today);
      if (claims.filter(({ at }) => mondayOf(dateIn(zone, at)) === week).length >= perWeek) {
        found.push({ reason: "quota", until: walkUntil(now, (t) => mondayOf(dateIn(zone, t)) !== week) });
      }
    }
  }

  // E2.
  const held = lead.heldBy !== undefined && now < lead.heldBy.until ? lead.heldBy : undefined;
  if (rails.windows !== false && held?.me !== true) {
    const list = ms(rails.windows.list);
    const coolDown = ms(rails.windows.coolDown);
    let began: number | undefined;
    for (const { type, at } of deeds) {
      if (type === "claim" || type === "detailsOver") began = undefined;
      if (type === "list" && (began === undefined || at >= began + list + coolDown)) began = at;
      const until = at + coolDown;
      if (type === "detailsOver" && now < until) found.push({ reason: "cooldown", until });
    }
    if (began !== undefined && now >= began + list && now < began + list + coolDown) {
      found.push({ reason: "cooldown", until: began + list + coolDown });
    }
  }
  if (held !== undefined && !held.me) found.push({ reason: "held", until: held.until });

  if (found.length > 0) {
    const longest = found.reduce((a, b) => (b.until > a.until ? b : a));
    return longest.until === Number.POSITIVE_INFINITY ? { reason: longest.reason } : longest;
  }

  // E4: which of two promises a lead would leave open, and whether another one leaves fewer.
  if (rails.ratios === false) return undefined;
  const { hotPerWarm, agedOf, agedAfter } = rails.ratios;
  const hotRun = claims.length - 1 - claims.findLastIndex(({ temperature }) => temperature !== "hot");
  const youngRun = claims.length - 1 - claims.findLastIndex(({ aged }) => aged);
  const open = (of: KindOfLead): readonly string[] => [
    ...(hotPerWarm !== false && hotRun >= hotPerWarm && of.temperature === "hot" ? ["mild"] : []),
    ...(agedOf !== false && youngRun >= agedOf - 1 && of.aged !== true ? ["aged"] : []),
  ];
  const aged = lead.temperature === "cold" || now - lead.receivedAt >= ms(agedAfter);
  const mine = open({ temperature: lead.temperature, aged });
  const better = others
    .map(open)
    .filter((theirs) => theirs.length < mine.length && theirs.every((each) => mine.includes(each)));
  return better.length > 0 ? { reason: "ratio" } : undefined;
}

/** A lead's own kind, for the log. */
export function agedNow(
  { temperature, receivedAt }: Pick<Asked, "temperature" | "receivedAt">,
  { ratios }: CherryPick,
  now: number,
): boolean {
  return temperature === "cold" || (ratios !== false && now - receivedAt >= ms(ratios.agedAfter));
}

/** Clocks change, and days begin, on quarters of an hour everywhere. */
function walkUntil(now: number, over: (t: number) => boolean): number {
  const step = 15 * minute;
  let t = Math.floor(now / step) * step + step;
  while (!over(t)) t += step;
  return t;
}

const known = new Map<string, string>();
const formats = new Map<string, Intl.DateTimeFormat>();

function dateIn(timeZone: string, t: number): string {
  const quarter = Math.floor(t / (15 * minute));
  const key = `${timeZone} ${quarter}`;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  const date = known.get(key) ?? format.format(t);
  known.set(key, date);
  return date;
}

function mondayOf(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  while (noon.getUTCDay() !== 1) noon.setUTCDate(noon.getUTCDate() - 1);
  return noon.toISOString().slice(0, 10);
}

/** Of the few lengths that the test's plans have. */
function ms(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = (
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? []
  ).map((each) => Number(each ?? 0));
  return days * day + hours * hour + minutes * minute + seconds * 1000;
}
