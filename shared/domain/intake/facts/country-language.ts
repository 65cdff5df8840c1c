import { folded } from "./plain-text.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

const otherCountryNames = {
  brd: "DE",
  deu: "DE",
  ger: "DE",
  d: "DE",
  aut: "AT",
  oesterreich: "AT",
  che: "CH",
  sui: "CH",
  suisse: "CH",
  svizzera: "CH",
  uk: "GB",
  gbr: "GB",
  england: "GB",
  scotland: "GB",
  "great britain": "GB",
  usa: "US",
  "u s a": "US",
  "united states of america": "US",
  holland: "NL",
  nld: "NL",
  fra: "FR",
  ita: "IT",
  italia: "IT",
  esp: "ES",
  espana: "ES",
  pol: "PL",
  polska: "PL",
  cze: "CZ",
  tschechien: "CZ",
  lux: "LU",
  bel: "BE",
  dnk: "DK",
  swe: "SE",
  tuerkei: "TR",
  turkei: "TR",
  turkey: "TR",
} as const;

/** ISO-3166 alpha-2 of a code or of a name in German or English; undefined when there is no such country. */
export function countryCode(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  if (upper !== "UK" && regionNames.isCode(upper)) {
    return upper;
  }
  return regionNames.codeOf(text);
}

/** BCP-47 base language (`de-DE` → `de`) of a tag or of a language's name in German or English; undefined when unknown. */
export function languageCode(text: string): string | undefined {
  const first = firstOf(text);
  const base = baseLanguage(first);
  return base !== undefined && languageNames.isCode(base) ? base : languageNames.codeOf(first);
}

/** The same for a plan's word, which may be one that we do not know: codes are taken as they are, without a look at all. */
export function languageWord(text: string): string | undefined {
  const base = baseLanguage(firstOf(text));
  return base?.length === 2 ? base : languageCode(text);
}

function firstOf(text: string): string {
  return text.trim().split(/[,;]/)[0] ?? "";
}

function baseLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0]?.split("-")[0];
  } catch {
    return undefined;
  }
}

interface Names {
  readonly isCode: (code: string) => boolean;
  readonly codeOf: (name: string) => string | undefined;
}

/** The names are made when first needed: most leads carry codes or nothing, and all the names take some milliseconds. */
function names(type: "region" | "language", codes: readonly string[], others: Readonly<Record<string, string>>): Names {
  let english: Intl.DisplayNames | undefined;
  let byName: ReadonlyMap<string, string> | undefined;
  return {
    isCode(code) {
      english ??= namesIn("en", type);
      return codes.includes(code) && nameOf(code, english) !== undefined;
    },
    codeOf(name) {
      byName ??= read();
      return byName.get(folded(name));
    },
  };
  function read(): ReadonlyMap<string, string> {
    const found = new Map(Object.entries(others));
    for (const display of [namesIn("en", type), namesIn("de", type)]) {
      for (const code of codes) {
        const name = nameOf(code, display);
        if (name !== undefined) found.set(folded(name), code);
      }
    }
    return found;
  }
}

function namesIn(locale: string, type: "region" | "language"): Intl.DisplayNames {
  return new Intl.DisplayNames(locale, { type, fallback: "none" });
}

/** Undefined for what is no country or language: unknown, or a union of countries. */
function nameOf(code: string, display: Intl.DisplayNames): string | undefined {
  return code === "ZZ" || code === "EU" || code === "UN" ? undefined : display.of(code);
}

const regionNames = names("region", pairs, otherCountryNames);
const languageNames = names(
  "language",
  pairs.map((pair) => pair.toLowerCase()),
  {},
);
