import { oneLine } from "./plain-text.ts";
import { lookUp } from "./synonyms.ts";

const propertyTypes = lookUp({
  apartment: [
    "flat",
    "condo",
    "condominium",
    "wohnung",
    "eigentumswohnung",
    "etw",
    "mietwohnung",
    "appartement",
    "apartement",
  ],
  house: [
    "haus",
    "einfamilienhaus",
    "efh",
    "single family",
    "single family home",
    "single family house",
    "detached house",
  ],
  townhouse: ["reihenhaus", "terraced house", "row house", "rh"],
  semiDetached: ["doppelhaushälfte", "doppelhaushaelfte", "dhh", "semi detached house", "doppelhaus"],
  multiFamily: ["mehrfamilienhaus", "mfh", "multi family", "multi family home", "zinshaus", "renditehaus"],
  penthouse: ["dachterrassenwohnung"],
  villa: ["villen"],
  land: ["grundstück", "grundstueck", "bauplatz", "baugrundstück", "baugrund", "plot", "lot", "building plot"],
  commercial: ["gewerbe", "gewerbeimmobilie", "gewerbeobjekt", "commercial property"],
  office: ["büro", "buero", "bürofläche", "bueroflaeche", "praxis", "offices"],
  retail: ["laden", "ladenlokal", "ladenfläche", "einzelhandel", "shop", "store"],
  industrial: ["halle", "lager", "lagerhalle", "produktion", "warehouse", "logistics"],
  parking: ["stellplatz", "garage", "tiefgarage", "parkplatz", "parking space"],
});

/** The standard word for a kind of property; one we have no word for stays, in small letters, for the tenant's rules. */
export const standardPropertyType = (text: string): string => propertyTypes.exact(text) ?? oneLine(text).toLowerCase();
