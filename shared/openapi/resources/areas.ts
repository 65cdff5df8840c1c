import { areaInput } from "../../schemas/area.ts";
import { areaOverlaps, postalCodeAnswer, territoryOverview } from "../answers/areas.ts";
import { areaAnswer, savedArea } from "../answers/configuration.ts";
import { pageOf } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";
import { collection } from "./collection.ts";

const harbour = {
  type: "Polygon",
  coordinates: [
    [
      [9.92, 53.53],
      [10.02, 53.53],
      [10.02, 53.56],
      [9.92, 53.56],
      [9.92, 53.53],
    ],
  ],
};

const input: NamedSchema = {
  id: "AreaInput",
  side: "request",
  schema: areaInput,
  description:
    "A named area (C7): by postal codes, by an outline, or both. A lead lies in it when a listed code is its own or begins it, when the outline holds its `geo` (without one: its German postal code), or when its `area` names it. With `industries` or `companySizes` only leads of such companies do.",
  fields: {
    postalCodes:
      "Codes as text; one that ends in `*` stands for all that begin so. Refused: a German code that lost its zero (`1067`), where that is the plan's country.",
    polygon:
      "GeoJSON, positions as [longitude, latitude]; the outline first, then holes. Refused if it crosses itself, with the place where it does. Of cities with several codes only the middle is known: list those of the districts too, or let leads bring `geo`.",
    industries: "As leads give them in `company.industry`, in any spelling that intake knows.",
    benchmarkConversion:
      "The conversion that is usual here, 0–1; what the area itself converted before, or that of all areas, when left out.",
    companySizes: "Numbers of employees such as `11-50` or `500+`, the smaller first.",
  },
  examples: {
    mitte: { name: "Mitte", postalCodes: ["101*", "10243"] },
    harbour: { name: "Hafen", polygon: harbour },
    softwareFirms: { name: "Software ab 50", industries: ["Software"], companySizes: ["50-199", "200+"] },
  },
};

const page = pageOf(areaAnswer);

export const areas: Resource = {
  tag: "Areas",
  about:
    "Territories by postal codes, outlines, industries and company sizes. Agents name the areas they work in; rules with `areas: match` choose by them.",
  schemas: [input, areaAnswer, savedArea, areaOverlaps, territoryOverview, postalCodeAnswer, page],
  operations: {
    ...collection({
      path: "/v1/areas",
      one: "area",
      many: "areas",
      input,
      saved: savedArea,
      read: areaAnswer,
      page,
      saving: "Leads that come from now on lie in it.",
      deleting: "Refused while it is somebody's territory or the plan names it.",
    }),
    "GET /v1/areas/overlaps": {
      id: "listAreaOverlaps",
      summary: "Areas that overlap, why, and who works there",
      answers: { 200: { description: "All pairs.", schema: areaOverlaps } },
    },
    "GET /v1/areas/overview": {
      id: "getTerritoryOverview",
      summary: "Boom and slow territories, each with its own benchmark",
      description: "For everybody who works with leads: it holds numbers of areas, and nothing of a lead or an agent.",
      query: [
        {
          name: "days",
          schema: { type: "integer", minimum: 1, maximum: 93 },
          description:
            "How many days up to now, and before that; 30 when left out. At most 10,000 leads in each, else 422.",
        },
      ],
      problems: [422],
      answers: { 200: { description: "All areas.", schema: territoryOverview } },
    },
    "GET /v1/postal-codes/{code}": {
      id: "getPostalCode",
      summary: "Place and position of a German postal code",
      answers: { 200: { description: "The postal code.", schema: postalCodeAnswer } },
      problems: [],
    },
  },
};
