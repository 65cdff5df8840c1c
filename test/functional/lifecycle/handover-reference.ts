/** The team of the model: two ISAs, three field agents led by lena, a manager. */
export const isas = ["ida", "ivo"] as const;
export const field = ["anna", "ben", "cem"] as const;
export const everybody = [...isas, ...field, "lena", "mia"] as const;
export type Person = (typeof everybody)[number];

/** `accept` and `decline` are whoever has the offer's, if there is one. */
export type Step =
  | { readonly do: "accept" | "decline" }
  | { readonly do: "claim"; readonly by: Person }
  | { readonly do: "qualify"; readonly by: Person; readonly criteria: readonly string[] }
  | {
      readonly do: "handover";
      readonly by: Person;
      readonly to?: Person | undefined;
      readonly reason?: string | undefined;
    };

/** A lead as a slow clerk would keep it on a card. */
export interface Card {
  readonly where: "offered" | "owned" | "pooled";
  readonly holder: Person | undefined;
  readonly found: readonly string[];
  /** Were asked, or had it. */
  readonly gone: readonly Person[];
  /** Offers since anybody had it last. */
  readonly offers: number;
  readonly stage: "new" | "handover";
  readonly isa: Person | undefined;
}

export const required = ["incomeVerified", "preApproval", "timeFrame", "areas"];
const mostOffers = 3;

/** What has to come of a step: refused with this status, or the lead is on one of these cards. */
export function reference(card: Card, step: Step): number | readonly Card[] {
  switch (step.do) {
    case "accept":
      return [owned(card, card.holder)];
    case "decline":
      return declined(card);
    case "claim":
      return [{ ...owned(card, step.by), gone: card.gone.filter((person) => person !== step.by) }];
    case "qualify":
      return qualified(card, step);
    case "handover":
      return handedOver(card, step);
  }
}

const isIsa = (person: Person | undefined): boolean => isas.some((isa) => isa === person);
const isField = (person: Person | undefined): boolean => field.some((agent) => agent === person);
const isLeader = (person: Person): boolean => person === "lena" || person === "mia";
const owned = (card: Card, holder: Person | undefined): Card => ({ ...card, where: "owned", holder });
const without = (people: readonly Person[], gone: readonly Person[]) => people.filter((each) => !gone.includes(each));

/** How somebody stands to the lead (C6, D7). */
function standing({ where, holder }: Card, by: Person): "holder" | "leader" | "isa" | "passer-by" | "stranger" {
  if (holder === by) return "holder";
  if (by === "mia" || (by === "lena" && (isField(holder) || holder === undefined))) return "leader";
  if (isIsa(by) && isIsa(holder)) return "isa";
  return where === "pooled" ? "passer-by" : "stranger";
}

/** The next whom the stage is for; nobody, or enough were asked: back to the ISA who handed it over, else the pool. */
function declined(card: Card): readonly Card[] {
  const gone = [...card.gone, ...(card.holder ? [card.holder] : [])];
  const next = card.offers < mostOffers ? without(card.stage === "new" ? isas : field, gone) : [];
  if (next.length > 0) return next.map((holder) => ({ ...card, gone, holder, offers: card.offers + 1 }));
  if (card.stage === "handover" && card.isa !== undefined) {
    return [{ ...owned(card, card.isa), gone, stage: "new" }];
  }
  return [{ ...card, gone, where: "pooled", holder: undefined }];
}

function qualified(card: Card, { by, criteria }: Extract<Step, { readonly do: "qualify" }>): number | readonly Card[] {
  const stands = standing(card, by);
  if (stands === "stranger" || stands === "passer-by") return stands === "stranger" ? 404 : 403;
  if (criteria.some((id) => !required.includes(id))) return 422;
  return card.where === "owned" ? [{ ...card, found: [...new Set([...card.found, ...criteria])] }] : 409;
}

function handedOver(card: Card, step: Extract<Step, { readonly do: "handover" }>): number | readonly Card[] {
  const { by, to, reason } = step;
  const stands = standing(card, by);
  if (stands === "stranger") return 404;
  if (stands === "passer-by" || (stands === "holder" && !isIsa(by))) return 403;
  if (card.where !== "owned" || to === card.holder) return 409;
  const complete = required.every((id) => card.found.includes(id));
  if (!complete && !(isLeader(by) && reason !== undefined)) return 409;
  if (isIsa(to) || (to !== undefined && card.gone.includes(to) && !isLeader(by))) return 409;
  const gone = [...card.gone, ...(card.holder ? [card.holder] : [])];
  const isa = isIsa(card.holder) ? card.holder : card.isa;
  const given: Card = { ...card, gone, stage: "handover", isa };
  if (to !== undefined) return [owned(given, to)];
  const next = without(field, gone);
  if (next.length === 0) return [{ ...given, where: "pooled", holder: undefined }];
  return next.map((holder) => ({ ...given, where: "offered", holder, offers: 1 }));
}
