import { numberText } from "../../figures/number-text.ts";
import type { ChosenBy, SummaryTexts } from "./summary-texts.ts";
import { listed } from "./values/value-words.ts";

/** Why the chosen agent has the lead, in German. */
export const chosenDe: SummaryTexts["chosen"] = (name, by) => {
  switch (by.method) {
    case "owner":
      return owner(name, by);
    case "onCall":
      return `${name} hat gerade Bereitschaft`;
    case "agent":
      return `${name} ist dafür fest eingetragen`;
    case "leastLoaded":
      return `${name} hat gerade die wenigsten offenen Leads`;
    case "isa":
      return `${name} ist mit dem Qualifizieren an der Reihe${details(weighted(by), number(by))}`;
    case "tiers":
      return `${name} ist an der Reihe${details(tier(by), number(by))}`;
    case "fastest":
      return `${name} ist an der Reihe; wer schneller Kontakt aufnimmt, ist öfter dran${details(part(by), number(by))}`;
    case "area":
    case "lastInArea":
      return inArea(name, by);
    case "weighted":
      return `${name} ist${place(by)} an der Reihe${details(weighted(by), number(by))}`;
    default:
      return `${name} ist${place(by)} an der Reihe${details(newcomer(by), number(by))}`;
  }
};

function owner(name: string, { knownThrough }: ChosenBy): string {
  switch (knownThrough) {
    case "account":
      return `${name} betreut diese Firma schon`;
    case "outbound":
      return `${name} hatte den Erstkontakt mit dieser Person`;
    case "offered":
      return `${name} wird gerade schon nach einem anderen Lead dieser Person gefragt`;
    case undefined:
      return `${name} betreut diese Person schon`;
  }
}

function inArea(name: string, by: ChosenBy): string {
  const [area, ...others] = by.areas;
  if (by.ticket === undefined) {
    const where = area === undefined ? " in diesem Gebiet" : place(by);
    return `${name} hat${where} auch den letzten Lead bekommen, den diese Regel vergeben hat`;
  }
  const more = details(newcomer(by), number(by));
  if (others.length > 0)
    return `${name} ist an der Reihe, wo sich ${listed(by.areas, "and", "de")} überschneiden${more}`;
  return `${name} arbeitet${area === undefined ? " in diesem Gebiet" : place(by)} und ist dort an der Reihe${more}`;
}

function place({ areas }: ChosenBy): string {
  if (areas.length === 0) return "";
  return areas.length === 1 ? ` im Gebiet ${areas[0]}` : ` in den Gebieten ${listed(areas, "and", "de")}`;
}

function details(...told: readonly (string | undefined)[]): string {
  const said = told.filter((each) => each !== undefined);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

const number = ({ ticket }: ChosenBy) => (ticket === undefined ? undefined : `Vergabe Nr. ${ticket}`);

const percent = (part: number) => `${numberText(Math.round(part * 100), "de")} %`;

const part = ({ share }: ChosenBy) => (share === undefined ? undefined : `derzeit ${percent(share)} der Leads`);

/** A reduced share is that of somebody new (C3). */
function newcomer({ weight = 1 }: ChosenBy): string | undefined {
  if (weight >= 1 || weight <= 0) return undefined;
  const every = Math.round(1 / weight);
  const rounds =
    Math.abs(1 / every - weight) < 0.01 ? ["", "", "zweite", "dritte", "vierte", "fünfte"][every] : undefined;
  return rounds
    ? `neu im Team, derzeit jede ${rounds} Runde`
    : `neu im Team, derzeit ${percent(weight)} eines vollen Anteils`;
}

function weighted({ weight = 1 }: ChosenBy): string | undefined {
  if (weight === 1 || weight <= 0) return undefined;
  if (weight < 1) return `derzeit ${percent(weight)} eines vollen Anteils`;
  return weight === 2 ? "doppelter Anteil" : `${numberText(weight, "de", 2)}-facher Anteil`;
}

function tier(by: ChosenBy): string | undefined {
  if (by.tier === undefined) return "nach den Anteilen der Stufen";
  const { place: where, share } = by.tier;
  if (where === "newcomer") return "neu im Team, Anteil zwischen den Stufen B und C";
  const ramp = newcomer(by);
  return `Stufe ${where}, ${percent(share)} der Leads${ramp === undefined ? "" : `, ${ramp}`}`;
}
