import type { Locale } from "../../schemas/primitives.ts";

/** What happens next, for the agent who complained; `names` are those who were told. */
export function complaintAnswer(names: readonly string[], locale: Locale): string {
  const told = new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  return locale === "de" ? germanAnswer(told, names.length) : englishAnswer(told, names.length);
}

function germanAnswer(told: string, count: number): string {
  const next =
    count === 0
      ? "Gelesen wird sie von der Verwaltung im Bericht über das Aussuchen, denn Ihr Team hat zurzeit keine Leitung."
      : `${told} ${count === 1 ? "liest" : "lesen"} Ihre Begründung und ${count === 1 ? "meldet" : "melden"} sich bei Ihnen.`;
  return `Ihre Beschwerde darüber, wie dieser Lead vergeben wurde, ist notiert, einmal für jede Vergabe. ${next} Am Lead ändert sich nichts: Er bleibt, wo er ist, mit allen Fristen.`;
}

function englishAnswer(told: string, count: number): string {
  const next =
    count === 0
      ? "An admin reads it in the report about picking, since nobody leads your team at the moment."
      : `${told} ${count === 1 ? "reads" : "read"} your reason and will get back to you.`;
  return `Your complaint about how this lead was given out is filed, once for each decision. ${next} Nothing changes for the lead: it stays where it is, with all its deadlines.`;
}
