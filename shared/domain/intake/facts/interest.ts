import { lookUp } from "./synonyms.ts";

export type Interest = "buyer" | "seller" | "renter" | "landlord" | "investor" | "other";

const interests = lookUp<Interest>({
  buyer: ["buy", "buy*", "purchas*", "kauf*", "käuf*", "kaeufer*", "erwerb*", "ankauf*", "kaufgesuch"],
  seller: [
    "sell",
    "sell*",
    "sale",
    "verkauf*",
    "verkäuf*",
    "verkaeufer*",
    "vendor",
    "bewertung*",
    "wertermittlung*",
    "valuation",
  ],
  renter: ["rent", "renter", "renting", "tenant*", "miete*", "mieter*", "anmiet*", "mietgesuch*"],
  landlord: ["landlord*", "let", "letting", "lessor", "rent out", "vermiet*"],
  investor: ["invest*", "kapitalanlage*", "kapitalanleger*", "anleger*", "rendite*"],
  other: ["sonstiges", "sonstige", "anderes", "andere", "misc", "unknown", "unbekannt"],
});

/** What the person wants, from what a form or vendor calls it (`Käufer`, `Ich möchte kaufen`); undefined when unclear. */
export const standardInterest = (text: string): Interest | undefined => interests.within(text);
