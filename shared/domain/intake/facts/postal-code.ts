import { oneLine } from "./plain-text.ts";

const spaceless = new Set(["DE", "AT", "CH", "LI", "LU", "BE", "FR", "IT", "ES", "DK"]);

/**
 * A postal code as text (A2): `01067` keeps its zero. Capitals, single spaces, no country before the number (`D-10115`);
 * none inside where the country writes none (`10 115`).
 */
export function postalCode(text: string, country: string | undefined): string {
  const code = oneLine(text)
    .toUpperCase()
    .replace(/^(?:DE?|AT?|CH|FL|LI|L|LU|B|BE|F|FR|I|IT|DK)[ -]+(?=\d[\d ]*$)/, "");
  return country !== undefined && spaceless.has(country) && /^[\d ]+$/.test(code) ? code.replaceAll(" ", "") : code;
}
