import { targetOf } from "../../intake/forms/form-field-names.ts";
import type { Scalar } from "../../rules/fact.ts";
import { fieldNames, partsOf, type Scope } from "../conditions/field-values.ts";
import type { FieldKind } from "../findings/impossible.ts";

/** Words of admins for what conditions call otherwise. */
const otherFields: Readonly<Record<string, string>> = {
  ...{ quelle: "source", sourceid: "source", gebiet: "area", bezirk: "area", region: "area", areaid: "area" },
  ...{ temperatur: "temperature", punkte: "score", punktzahl: "score", stunde: "hour", uhrzeit: "hour", time: "hour" },
  ...{ wochentag: "weekday", day: "weekday", tag: "weekday", feiertag: "holiday", preis: "price", kaufpreis: "price" },
  ...{ objektart: "propertyType", immobilienart: "propertyType", kampagne: "campaign", produkt: "product" },
  ...{ unternehmen: "company.name", branche: "company.industry", industry: "company.industry" },
  ...{ companysize: "company.size", mitarbeiter: "company.size", kanal: "channel" },
};

const otherValues: Readonly<Record<string, string>> = {
  ...{ heiß: "hot", heiss: "hot", kalt: "cold", lau: "warm", lauwarm: "warm" },
  ...{ mo: "mon", di: "tue", mi: "wed", do: "thu", fr: "fri", sa: "sat", so: "sun", sonnabend: "sat" },
  ...{ exklusiv: "exclusive", geteilt: "shared", eingehend: "inbound", ausgehend: "outbound", telefon: "phone" },
};

const weekdayNames = [
  ...["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
];

/** The value that was probably meant by one that the field never has; undefined when nothing is near. */
export function meantBy(value: Scalar, has: FieldKind): string | undefined {
  const text = String(value).trim().toLowerCase();
  if (has === "text") return typeof value === "string" ? undefined : `"${text}"`;
  if (has === "number") return text !== "" && Number.isFinite(Number(text)) ? text : undefined;
  if (has === "truth") return truthOf(text);
  if (typeof has === "string" || "parts" in has) return undefined;
  const words = has.map(String);
  const day = weekdayNames.includes(text) ? [text.slice(0, 3), otherValues[text.slice(0, 2)]] : [];
  const named = [...day, otherValues[text], text].find((word) => word !== undefined && words.includes(word));
  return named ?? nearest(text, words);
}

/** The field that was probably meant by a name that leads do not have; undefined when nothing is near. */
export function fieldMeantBy(name: string, scope: Scope): string | undefined {
  const known = fieldNames(scope);
  const plain = folded(name);
  const alike = known.find((each) => folded(each) === plain);
  if (alike !== undefined) return alike;
  const byForms = otherFields[plain] ?? targetOf(plain, undefined);
  if (known.includes(byForms)) return byForms;
  const near = nearest(name.toLowerCase(), known);
  if (near !== undefined) return near;
  const [group = ""] = name.split(".");
  const parts = partsOf(group).filter((part) => known.includes(part));
  return parts.length > 0 ? parts.join(", ") : undefined;
}

const truths: Readonly<Record<string, string>> = {
  ...{ true: "true", yes: "true", ja: "true", wahr: "true", "1": "true" },
  ...{ false: "false", no: "false", nein: "false", falsch: "false", "0": "false" },
};

function truthOf(text: string): string | undefined {
  return Object.hasOwn(truths, text) ? truths[text] : undefined;
}

const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, "");

/** One slip of the finger in a short word, two in a longer one. */
function nearest(text: string, words: readonly string[]): string | undefined {
  const most = text.length < 6 ? 1 : 2;
  const near = words
    .map((word) => ({ word, slips: text.length < 4 ? most + 1 : slipsBetween(text, word.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips);
  return near[0]?.word;
}

/** How many letters have to be put in, left out or changed; more than `most` need not be exact. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}
