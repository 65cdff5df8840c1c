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
  if (upper !== "UK" && regionNames().codes.has(upper)) {
    return upper;
  }
  return regionNames().byName.get(folded(text));
}

/** BCP-47 base language (`de-DE` → `de`) of a tag or of a language's name in German or English; undefined when unknown. */
export function languageCode(text: string): string | undefined {
  const first = text.trim().split(/[,;]/)[0] ?? "";
  const base = baseLanguage(first.replaceAll("_", "-"));
  return base !== undefined && languageNames().codes.has(base) ? base : languageNames().byName.get(folded(first));
}

function baseLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.split("-")[0];
  } catch {
    return undefined;
  }
}

interface Names {
  readonly codes: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** Made when first needed: most leads carry codes or nothing, and the names take some milliseconds. */
function names(
  type: "region" | "language",
  codes: readonly string[],
  others: Readonly<Record<string, string>>,
): () => Names {
  let made: Names | undefined;
  return () => {
    made ??= read();
    return made;
  };
  function read(): Names {
    const byName = new Map(Object.entries(others));
    const known = new Set<string>();
    for (const locale of ["en", "de"]) {
      const display = new Intl.DisplayNames(locale, { type, fallback: "none" });
      for (const code of codes) {
        const name = display.of(code);
        if (name !== undefined && code !== "ZZ" && code !== "EU" && code !== "UN") {
          known.add(code);
          byName.set(folded(name), code);
        }
      }
    }
    return { codes: known, byName };
  }
}

const regionNames = names("region", pairs, otherCountryNames);
const languageNames = names(
  "language",
  pairs.map((pair) => pair.toLowerCase()),
  {},
);
