import type { NormalisedFacts } from "../../schemas/lead/lead.ts";

/** The side of the market a person is on: for each there are ISAs and a checklist of its own (C6). */
export type Side = "buyer" | "seller";

/** Who rents or invests is qualified like a buyer, who lets like a seller. Undefined: it is not known yet. */
export function sideOf({ interest }: Pick<NormalisedFacts, "interest">): Side | undefined {
  switch (interest) {
    case "buyer":
    case "renter":
    case "investor":
      return "buyer";
    case "seller":
    case "landlord":
      return "seller";
    default:
      return undefined;
  }
}
