import type { Impossible } from "../findings/finding.ts";

/** What one comparison can never be, and what to do about it; undefined when several contradict each other. */
type ImpossibleText = readonly [message: string, fix: string] | undefined;
type FieldKind = Extract<Impossible, { readonly reason: "value" }>["has"];

export function impossibleEn(field: string, because: Impossible | undefined): ImpossibleText {
  switch (because?.reason) {
    case "value":
      return [`No lead can ever match: ${field} is never like this.`, fixEn(field, because.has)];
    case "reversed":
      return [
        `No lead can ever match: the first limit of ${field} is above the second.`,
        "Write the smaller one first; for a night across midnight use “any” of two comparisons.",
      ];
    case "empty":
      return ["No lead can ever match: this “any” is empty.", "Name at least one condition, or leave “when” out."];
    default:
      return undefined;
  }
}

function fixEn(field: string, has: FieldKind): string {
  if (has === "text") return `${field} is text: compare it with eq, in, prefix or contains, and put values in quotes.`;
  if (has === "number")
    return `${field} is a number: write it without quotes, and compare it with eq, gt, lt or between.`;
  if (has === "truth") return `${field} is true or false, without quotes.`;
  return typeof has[0] === "number"
    ? `${field} is a whole number from ${has[0]} to ${has.at(-1)}.`
    : `${field} can be: ${has.join(", ")}.`;
}

export function impossibleDe(field: string, because: Impossible | undefined): ImpossibleText {
  switch (because?.reason) {
    case "value":
      return [`Kein Lead kann passen: ${field} ist nie so.`, fixDe(field, because.has)];
    case "reversed":
      return [
        `Kein Lead kann passen: Die erste Grenze von ${field} liegt über der zweiten.`,
        "Schreiben Sie die kleinere zuerst; für eine Nacht über Mitternacht nehmen Sie „any“ mit zwei Vergleichen.",
      ];
    case "empty":
      return [
        "Kein Lead kann passen: Dieses „any“ ist leer.",
        "Nennen Sie mindestens eine Bedingung, oder lassen Sie „when“ weg.",
      ];
    default:
      return undefined;
  }
}

function fixDe(field: string, has: FieldKind): string {
  if (has === "text") {
    return `${field} ist Text: Vergleichen Sie mit eq, in, prefix oder contains, und setzen Sie Werte in Anführungszeichen.`;
  }
  if (has === "number") {
    return `${field} ist eine Zahl: ohne Anführungszeichen, zu vergleichen mit eq, gt, lt oder between.`;
  }
  if (has === "truth") return `${field} ist true oder false, ohne Anführungszeichen.`;
  return typeof has[0] === "number"
    ? `${field} ist eine ganze Zahl von ${has[0]} bis ${has.at(-1)}.`
    : `${field} kann sein: ${has.join(", ")}.`;
}
