import { shareLeadIds } from "../../../../shared/domain/shares/share-lead-id.ts";
import type { LeadEvent } from "../../../../shared/schemas/lead/event.ts";
import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import { mostShares } from "../../../../shared/schemas/lead/share.ts";
import type { Expectations, Seen } from "./invariants.ts";

const minute = 60_000;

/** A lead that was shared, with the leads that its shares are, and what happened to each. */
interface Shared {
  readonly parent: LeadState;
  readonly shares: readonly { readonly state: LeadState; readonly events: readonly LeadEvent[] }[];
}

/** C11: as many shares as promised, each with one recipient who has no other, sold once; the parent is where they are. */
export async function sharesKept(seen: Seen, expected: Expectations): Promise<readonly string[]> {
  const all = seen.states.flatMap((parent) => sharedOf(seen, parent));
  return [
    ...all.flatMap(asPromised),
    ...(await Promise.all(all.map((lead) => neverTooMany(seen, lead, expected)))).flat(),
    ...all.flatMap(differentRecipients),
    ...all.flatMap(soldOnce),
    ...all.flatMap(parentFollows),
    ...(await dailyCaps(seen, all, expected)),
  ];
}

function sharedOf({ states, histories }: Seen, parent: LeadState): readonly Shared[] {
  if (parent.shares === undefined) return [];
  const ids = shareLeadIds(parent.leadId, parent.shares);
  const shares = states.filter(({ leadId }) => ids.includes(leadId));
  const eventsOf = (leadId: string) => (histories.get(leadId) ?? []).flatMap(({ events }) => events);
  return [{ parent, shares: shares.map((state) => ({ state, events: eventsOf(state.leadId) })) }];
}

function asPromised({ parent, shares }: Shared): readonly string[] {
  const given = parent.shares?.given ?? [];
  const strange = shares.filter(({ state }) => {
    return state.share?.parentId !== parent.leadId || state.share.among !== given.length;
  });
  return [
    ...(shares.length === given.length ? [] : [`S1 ${parent.leadId} has ${shares.length} of ${given.length} shares`]),
    ...(parent.offer || parent.ownerId ? [`S1 ${parent.leadId} is shared and somebody's`] : []),
    ...strange.map(({ state }) => `S1 ${state.leadId} is no share of ${parent.leadId}`),
  ];
}

/** As many as the rule wants, the sender allows, and one of an exclusive lead. */
async function neverTooMany(
  { world }: Seen,
  { parent }: Shared,
  { sharesOf }: Expectations,
): Promise<readonly string[]> {
  const { exclusivity, shares = mostShares } = (await world.ports.leads.body(parent.leadId)) ?? {};
  const byRule = sharesOf?.(parent.shares?.poolRule ?? "") ?? mostShares;
  const wanted = exclusivity === "exclusive" ? 1 : Math.min(byRule, shares);
  const given = parent.shares?.given.length ?? 0;
  return given > wanted ? [`S2 ${parent.leadId} has ${given} shares, ${wanted} are wanted`] : [];
}

const about = ({ agentId, buyerId }: LeadEvent) => agentId ?? buyerId;

/** Whoever was ever asked about one share was never asked about another. */
function differentRecipients({ parent, shares }: Shared): readonly string[] {
  const asked = shares.flatMap(({ state, events }) =>
    events
      .filter(({ type }) => type === "lead.offered" || type === "lead.reassigned")
      .map((event) => [about(event), state.leadId] as const),
  );
  const sharesByRecipient = Map.groupBy(new Map(asked.map((each) => [each.join(), each])).values(), ([id]) => id);
  return [...sharesByRecipient].flatMap(([id, own]) =>
    own.length > 1 ? [`S3 ${id} was asked about ${own.length} shares of ${parent.leadId}`] : [],
  );
}

/** A share that came back may be sold again; never two have bought it, and nobody bought it twice. */
function soldOnce({ shares }: Shared): readonly string[] {
  return shares.flatMap(({ state: { leadId, status, share }, events }) => {
    const of = (type: LeadEvent["type"]) =>
      events.filter((event) => event.type === type && event.buyerId !== undefined);
    const sold = of("lead.accepted");
    const standing = sold.length - of("lead.returned").length;
    const should = share?.buyerId !== undefined && status === "accepted" ? 1 : 0;
    return [
      ...(standing > 1 ? [`S4 ${leadId} was sold ${sold.length} times and ${standing} have it`] : []),
      ...(standing < should ? [`S4 ${leadId} is a buyer's and was never sold`] : []),
      ...(new Set(sold.map(about)).size < sold.length ? [`S4 ${leadId} was sold twice to one buyer`] : []),
    ];
  });
}

const furthest = ["converted", "appointment", "qualified", "contacted", "accepted"];
const endings = ["lost", "unqualified", "returned"];

function parentFollows({ parent, shares }: Shared): readonly string[] {
  if (parent.status === "erased" || shares.length < (parent.shares?.given.length ?? 0)) return [];
  const statuses = shares.map(({ state }) => (state.reason === "unsold" ? "unsold" : String(state.status)));
  const waits = statuses.some((status) => ![...furthest, ...endings, "unsold", "erased"].includes(status));
  const reached = furthest.find((status) => statuses.includes(status));
  const ended = endings.find((status) => statuses.includes(status)) ?? "lost";
  const should = reached ?? (waits ? "offered" : ended);
  return parent.status === should ? [] : [`S5 ${parent.leadId} is ${parent.status}, its shares are ${statuses}`];
}

/** Every share that was sent to a buyer with a daily cap has its place in that day, and no day has more than the cap. */
async function dailyCaps(seen: Seen, all: readonly Shared[], { buyers }: Expectations): Promise<readonly string[]> {
  if (buyers === undefined) return [];
  const sent = all.flatMap(({ shares }) =>
    shares.flatMap(({ state: { leadId }, events }) =>
      events.flatMap(({ type, buyerId, at }) =>
        type === "lead.offered" && buyerId !== undefined && buyers.has(buyerId) ? [{ leadId, buyerId, at }] : [],
      ),
    ),
  );
  const dayOf = (buyerId: string, at: number) =>
    `${buyerId}@${new Intl.DateTimeFormat("sv", { timeZone: "Europe/Berlin" }).format(at)}`;
  const days = [...new Set(sent.flatMap(({ buyerId, at }) => [dayOf(buyerId, at), dayOf(buyerId, at - minute)]))];
  const places = await seen.world.ports.loads.held(days);
  const hasPlace = (day: string, leadId: string) => places.get(day)?.includes(leadId) === true;
  return [
    ...sent
      .filter(({ leadId, buyerId, at }) => ![at, at - minute].some((then) => hasPlace(dayOf(buyerId, then), leadId)))
      .map(({ leadId, buyerId }) => `S6 ${leadId} was sent to ${buyerId} and does not count in that day`),
    ...days.flatMap((day) => {
      const cap = buyers.get(day.split("@")[0] ?? "") ?? 0;
      const count = places.get(day)?.length ?? 0;
      return count > cap ? [`S6 ${day} has ${count} shares, at most ${cap} are allowed`] : [];
    }),
  ];
}
