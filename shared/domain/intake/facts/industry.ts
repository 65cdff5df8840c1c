import { oneLine } from "./plain-text.ts";
import { lookUp } from "./synonyms.ts";

const industries = lookUp({
  software: [
    "it",
    "saas",
    "edv",
    "information technology",
    "informationstechnik",
    "informationstechnologie",
    "it services",
  ],
  finance: ["finanzen", "financial services", "finanzdienstleistungen", "banking", "bank", "banken", "fintech"],
  insurance: ["versicherung", "versicherungen", "insurtech"],
  manufacturing: ["industrie", "fertigung", "produktion", "maschinenbau", "production", "mechanical engineering"],
  automotive: ["automobil", "automobilindustrie", "kfz", "cars"],
  construction: ["bau", "baugewerbe", "bauwesen", "building"],
  "real estate": ["immobilien", "immobilienwirtschaft", "makler", "property", "proptech"],
  healthcare: ["gesundheit", "gesundheitswesen", "medizin", "health", "health care", "medical", "pflege"],
  pharma: ["pharmaceuticals", "pharmazie", "biotech", "biotechnology"],
  retail: ["handel", "einzelhandel", "ecommerce", "e commerce", "onlinehandel"],
  wholesale: ["großhandel", "grosshandel"],
  logistics: ["logistik", "transport", "spedition", "verkehr", "transportation"],
  energy: ["energie", "utilities", "versorger", "energiewirtschaft"],
  telecommunications: ["telekommunikation", "telecom", "telekom", "telco"],
  education: ["bildung", "ausbildung", "schule", "hochschule", "edtech"],
  hospitality: ["gastronomie", "hotel", "hotellerie", "tourismus", "tourism", "gastgewerbe"],
  media: ["medien", "verlag", "publishing", "entertainment"],
  marketing: ["werbung", "advertising", "agentur", "agency"],
  consulting: ["beratung", "unternehmensberatung", "professional services"],
  legal: ["recht", "rechtsberatung", "law", "kanzlei"],
  agriculture: ["landwirtschaft", "farming", "agrar"],
  public: ["öffentlicher dienst", "oeffentlicher dienst", "verwaltung", "government", "public sector", "behörde"],
  nonprofit: ["verein", "stiftung", "ngo", "non profit", "gemeinnützig"],
});

/** The standard word for an industry; one we have no word for stays, in small letters, for the tenant's rules. */
export const standardIndustry = (text: string): string => industries.exact(text) ?? oneLine(text).toLowerCase();
