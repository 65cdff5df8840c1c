import { numberText } from "../../figures/number-text.ts";
import type { ChosenBy, SummaryTexts } from "./summary-texts.ts";
import { listed } from "./values/value-words.ts";

/** Why the chosen agent has the lead, in English. */
export const chosenEn: SummaryTexts["chosen"] = (name, by) => {
  switch (by.method) {
    case "owner":
      return owner(name, by);
    case "onCall":
      return `${name} is on call`;
    case "agent":
      return `${name} is named for this`;
    case "leastLoaded":
      return `${name} has the fewest open leads`;
    case "isa":
      return `it is ${name}'s turn to qualify the lead${details(weighted(by), number(by))}`;
    case "tiers":
      return `it is ${name}'s turn${details(tier(by), number(by))}`;
    case "fastest":
      return `it is ${name}'s turn; those who make contact faster have more turns${details(part(by), number(by))}`;
    case "area":
    case "lastInArea":
      return inArea(name, by);
    case "weighted":
      return `it is ${name}'s turn${place(by)}${details(weighted(by), number(by))}`;
    default:
      return `it is ${name}'s turn${place(by)}${details(newcomer(by), number(by))}`;
  }
};

function owner(name: string, { knownThrough }: ChosenBy): string {
  switch (knownThrough) {
    case "account":
      return `${name} has this company already`;
    case "outbound":
      return `${name} made the first contact with this person`;
    case "offered":
      return `${name} is being asked about another lead of this person`;
    case undefined:
      return `${name} has this person already`;
  }
}

function inArea(name: string, by: ChosenBy): string {
  const [area, ...others] = by.areas;
  const where = area === undefined ? " in this area" : place(by);
  if (by.ticket === undefined) return `${name} also got the last lead that this rule gave${where}`;
  const more = details(newcomer(by), number(by));
  if (others.length > 0) return `it is ${name}'s turn where ${listed(by.areas, "and", "en")} overlap${more}`;
  return `${name} works${where} and is next in turn there${more}`;
}

function place({ areas }: ChosenBy): string {
  return areas.length === 0 ? "" : ` in ${listed(areas, "and", "en")}`;
}

function details(...told: readonly (string | undefined)[]): string {
  const said = told.filter((each) => each !== undefined);
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

const number = ({ ticket }: ChosenBy) => (ticket === undefined ? undefined : `ticket ${ticket}`);

const percent = (part: number) => `${numberText(Math.round(part * 100), "en")} %`;

const part = ({ share }: ChosenBy) => (share === undefined ? undefined : `${percent(share)} of the leads now`);

/** A reduced share is that of somebody new (C3). */
function newcomer({ weight = 1 }: ChosenBy): string | undefined {
  if (weight >= 1 || weight <= 0) return undefined;
  const every = Math.round(1 / weight);
  const rounds =
    Math.abs(1 / every - weight) < 0.01 ? ["", "", "second", "third", "fourth", "fifth"][every] : undefined;
  return rounds
    ? `new in the team, every ${rounds} round for now`
    : `new in the team, ${percent(weight)} of a full share for now`;
}

function weighted({ weight = 1 }: ChosenBy): string | undefined {
  if (weight === 1 || weight <= 0) return undefined;
  if (weight < 1) return `${percent(weight)} of a full share for now`;
  return weight === 2 ? "a double share" : `${numberText(weight, "en", 2)} times a share`;
}

function tier(by: ChosenBy): string | undefined {
  if (by.tier === undefined) return "by the shares of the tiers";
  const { place: where, share } = by.tier;
  if (where === "newcomer") return "new in the team, with a share between tiers B and C";
  const ramp = newcomer(by);
  return `tier ${where}, ${percent(share)} of the leads${ramp === undefined ? "" : `, ${ramp}`}`;
}
