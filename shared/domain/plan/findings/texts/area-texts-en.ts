import { few } from "../few.ts";
import type { FindingTexts } from "../finding-texts.ts";

export const areaTextsEn = {
  noAreas: () => [
    "This pool goes by areas, but there are none: nobody ever fits.",
    "Add areas and give them to the agents, or leave pool.areas out.",
  ],
  emptyArea: ({ id }) => [
    `The area ${id} has no postal codes and no outline: no lead lies in it.`,
    "Give it postal codes or a polygon, or delete it.",
  ],
  uncoveredAreas: ({ areas }) => [
    `Nobody in this pool works in: ${areas.join(", ")}.`,
    "Add these areas to somebody's territories; until then their leads go to the next rule.",
  ],
  overlappingAreas: ({ areas }) => [
    `${areas.join(" and ")} overlap: their agents take turns there.`,
    "Separate them if that is not meant; the report of overlaps shows where.",
  ],
  unknownPostalCode: ({ id, entry }) => [
    `The area ${id} lists ${entry}: no place has such a postal code.`,
    "Check how it is written; only PO boxes and single firms have codes that we do not know.",
  ],
  incompletePostalCode: ({ id, entry, meant }) => [
    `The area ${id} lists ${entry}: German postal codes have five digits.`,
    meant === undefined
      ? `Add the missing digits, or write ${entry}* for all that begin so.`
      : `Write ${meant}, with the zero that spreadsheets take away.`,
  ],
  cityInPart: ({ id, places }) => [
    `The outline of the area ${id} holds only a part of ${few(places)}. Of these postal codes only the middle of the city is known, not the district: leads from there that bring no position do not lie in the area.`,
    'List the postal codes of the districts beside the outline (postalCodes, also beginnings such as "101*"), or let leads bring their position (geo).',
  ],
  polygonSwapped: ({ id }) => [
    `The outline of the area ${id} is not in Germany; with longitude and latitude swapped it would be.`,
    "Write each position as [longitude, latitude], such as [13.4, 52.5] for Berlin.",
  ],
  polygonWithoutCodes: ({ id }) => [
    `The outline of the area ${id} holds no place with a German postal code: leads without a position never lie in it.`,
    "List postal codes beside the outline, or let leads bring their position (geo).",
  ],
} satisfies Partial<FindingTexts>;
