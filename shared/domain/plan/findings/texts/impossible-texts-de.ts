import type { Comparison } from "../../../../schemas/plan/condition.ts";
import type { FieldKind, Impossible } from "../impossible.ts";

/** Why nothing passes, and what to do about it; undefined when several comparisons contradict each other. */
export function impossibleDe(
  field: string,
  because: Impossible | undefined,
  begin = "Kein Lead kann passen",
): readonly [message: string, fix: string] | undefined {
  switch (because?.reason) {
    case "value":
      return [`${begin}: ${field} ist nie ${comparedDe(because.compared)}.`, valuesDe(field, because)];
    case "reversed":
      return [
        `${begin}: Die erste Grenze von ${field} liegt über der zweiten.`,
        "Schreiben Sie die kleinere zuerst; für eine Nacht über Mitternacht nehmen Sie „any“ mit zwei Vergleichen.",
      ];
    case "empty":
      return [`${begin}: Dieses „any“ ist leer.`, "Nennen Sie mindestens eine Bedingung, oder lassen Sie „when“ weg."];
    default:
      return undefined;
  }
}

/** What the field can be instead. */
export function valuesDe(
  field: string,
  { has, meant }: { readonly has: FieldKind; readonly meant?: string | undefined },
): string {
  return meant === undefined ? kindDe(field, has) : `Meinten Sie ${meant}? ${kindDe(field, has)}`;
}

function kindDe(field: string, has: FieldKind): string {
  switch (has) {
    case "text":
      return `${field} ist Text: Vergleichen Sie mit eq, in, prefix oder contains, und setzen Sie Werte in Anführungszeichen.`;
    case "number":
      return `${field} ist eine Zahl: ohne Anführungszeichen, zu vergleichen mit eq, gt, lt oder between.`;
    case "truth":
      return `${field} ist true oder false, ohne Anführungszeichen.`;
    case "countryCode":
      return `${field} ist ein Kürzel aus zwei Buchstaben wie DE, oder der Name des Landes auf Deutsch oder Englisch.`;
    case "languageCode":
      return `${field} ist ein Kürzel aus zwei Buchstaben wie de, oder der Name der Sprache auf Deutsch oder Englisch.`;
    case "notYet":
      return `Punkte werden vergeben, bevor ein Lead ${field} hat: Fragen Sie in einer Regel danach.`;
    default:
      if ("parts" in has) {
        return `${field} ist eine Gruppe von Feldern: Fragen Sie nach ${has.parts.join(", ") || "einem seiner Teile"}.`;
      }
      return typeof has[0] === "number"
        ? `${field} ist eine ganze Zahl von ${has[0]} bis ${has.at(-1)}.`
        : `${field} kann sein: ${has.join(", ")}.`;
  }
}

const limits = { gt: "über", gte: "mindestens", lt: "unter", lte: "höchstens" } as const;

function comparedDe(comparison: Comparison | undefined): string {
  if (comparison === undefined || comparison.op === "exists") return "so";
  const { op, value } = comparison;
  switch (op) {
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return `${limits[op]} ${value}`;
    case "between":
      return `von ${value[0]} bis ${value[1]}`;
    case "prefix":
      return `ein Text, der mit „${value}“ beginnt`;
    case "contains":
      return `ein Text, in dem „${value}“ steht`;
    default:
      return [value]
        .flat()
        .map((each) => (typeof each === "string" ? `„${each}“` : String(each)))
        .join(" oder ");
  }
}
