import * as z from "zod";
import { isoInstant, slug } from "../../schemas/primitives.ts";
import type { NamedSchema } from "../resource.ts";

const overlap = z.strictObject({
  areas: z.array(z.strictObject({ areaId: slug, name: z.string(), agents: z.array(slug) })).length(2),
  both: z.array(slug),
  postalCodes: z.array(z.string()),
  postalCodeCount: z.number().int(),
  place: z.strictObject({ lat: z.number(), lon: z.number() }).optional(),
});

export const areaOverlaps: NamedSchema = {
  id: "AreaOverlaps",
  side: "answer",
  schema: z.strictObject({ items: z.array(overlap) }),
  description:
    "Pairs of areas that a lead can lie in at once: `postalCodes` are the first 50 codes and prefixes in both, `place` is a point inside both polygons, `both` are the agents who work in both areas. Areas that only share a border are not among them.",
  examples: {
    oneCode: {
      items: [
        {
          areas: [
            { areaId: "mitte", name: "Mitte", agents: ["anna-berger"] },
            { areaId: "ost", name: "Osten", agents: ["anna-berger", "paul-winter"] },
          ],
          both: ["anna-berger"],
          postalCodes: ["10243"],
          postalCodeCount: 1,
          place: { lat: 52.512, lon: 13.438 },
        },
      ],
    },
  },
};

const rate = z.number().min(0).max(1).optional();

export const territoryOverview: NamedSchema = {
  id: "TerritoryOverview",
  side: "answer",
  schema: z.strictObject({
    from: isoInstant,
    to: isoInstant,
    items: z.array(
      z.strictObject({
        areaId: slug,
        name: z.string(),
        agents: z.number().int(),
        leads: z.number().int(),
        leadsBefore: z.number().int(),
        change: z.number().optional(),
        trend: z.enum(["growing", "steady", "shrinking"]),
        converted: z.number().int(),
        conversion: rate,
        benchmark: rate,
        benchmarkFrom: z.enum(["set", "before", "all"]).optional(),
        toBenchmark: z.number().min(-1).max(1).optional(),
        leadsPerAgent: z.number().optional(),
        pace: z.enum(["boom", "steady", "slow", "unserved"]).optional(),
      }),
    ),
  }),
  description:
    "How every area did with the leads of a time. `leadsBefore` are those of as many days before, `change` how many more that is (0.5: half as many again), `trend` says `growing` or `shrinking` from a fifth on and 20 leads. `pace`: leads for each agent against the usual area, `boom` from half as many again, `slow` up to half as many, `unserved` where nobody works; left out below 20 leads that came or would be usual, since so few say nothing. `benchmark` is the conversion that is usual in this area, by `benchmarkFrom`: `set` by the admin, what the area converted in the time `before` (from 20 leads on), or that of `all` areas; left out where nothing was converted yet; `toBenchmark` is how far the conversion is above it. Leads that came last may still convert.",
  examples: {
    two: {
      from: "2026-10-23T08:00:00.000Z",
      to: "2026-11-22T08:00:00.000Z",
      items: [
        {
          areaId: "mitte",
          name: "Mitte",
          agents: 2,
          leads: 40,
          leadsBefore: 25,
          change: 0.6,
          trend: "growing",
          converted: 8,
          conversion: 0.2,
          benchmark: 0.15,
          benchmarkFrom: "set",
          toBenchmark: 0.05,
          leadsPerAgent: 20,
          pace: "boom",
        },
      ],
    },
  },
};

export const postalCodeAnswer: NamedSchema = {
  id: "PostalCode",
  side: "answer",
  schema: z.strictObject({
    code: z.string(),
    place: z.string(),
    state: z.string(),
    lat: z.number(),
    lon: z.number(),
    withinKm: z.number().optional(),
  }),
  description: "A German postal code with its main place. Positions: GeoNames, CC BY 4.0.",
  fields: { withinKm: "The code lies within so many kilometres of the position: its city has several codes." },
  examples: { village: { code: "26548", place: "Norderney", state: "Niedersachsen", lat: 53.708, lon: 7.158 } },
};
