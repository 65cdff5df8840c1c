import * as z from "zod";
import { duration, timeLimit } from "../primitives.ts";

const atLeastOne = z.number().int().min(1);

/** E2: how long an agent may look before others get their chance; false: as long as they like. */
const windows = z.strictObject({
  list: timeLimit.default("PT60S"),
  details: timeLimit.default("PT3M"),
  coolDown: duration.default("PT30S"),
});

/** E3: what follows when a picked lead is not contacted in time; false: nothing but that it is taken back, and whoever had it may pick it again. */
const misses = z.strictObject({
  /** So many claims less that day, for each. */
  claimsLess: z.number().int().min(0).max(20).default(1),
  /** So many within a week suspend the agent from picking. */
  suspendAfter: atLeastOne.max(20).default(3),
  suspension: timeLimit.default("P7D"),
});

/** E4: what has to be taken along with the leads that everybody wants. A ratio is not asked for when no such lead is there. */
const ratios = z.strictObject({
  /** After so many hot ones in a row comes a warm or cold one; false: hot ones without end. */
  hotPerWarm: z.union([atLeastOne.max(20), z.literal(false)]).default(2),
  /** Of so many claims in a row at least one is aged or cold. */
  agedOf: z.union([z.number().int().min(2).max(50), z.literal(false)]).default(5),
  /** So old is an aged lead. */
  agedAfter: timeLimit.default("PT24H"),
});
/** What counts as aged where no ratio asks for it. */
export const usualRatios = ratios.parse({});

/** E4: of the leads that were offered to the agent so many have to be accepted. */
const acceptance = z.strictObject({
  minimum: z.number().min(0).max(1).default(0.8),
  /** Fewer answered offers in the week before say nothing. */
  minOffers: atLeastOne.max(1000).default(10),
  suspension: timeLimit.default("P7D"),
});

const accessDelay = z.union([duration, z.literal("assignedOnly")]);

/** E5: the better the results, the earlier a lead can be picked; worked out each week. */
const access = z.strictObject({
  /** Fewer leads than this in the 90 days say nothing about an agent: the second tier. */
  minLeads: atLeastOne.max(1000).default(10),
  /** Conversion, mean minutes to the first contact and part of the sales target that put an agent into the first tier, all three. */
  first: z
    .strictObject({
      conversion: z.number().min(0).max(1).default(0.3),
      minutesToContact: z.number().positive().default(60),
      target: z.number().positive().default(1),
    })
    .prefault({}),
  /** Below one of these it is the third. */
  third: z
    .strictObject({
      conversion: z.number().min(0).max(1).default(0.2),
      minutesToContact: z.number().positive().default(240),
      target: z.number().positive().default(0.8),
    })
    .prefault({}),
  /** When the second and the third tier may pick, from the moment the lead was posted; the first may at once. */
  second: accessDelay.default("PT15M"),
  last: accessDelay.default("PT1H"),
});

/** E6: most claims per day and week of the tenant's zone, and in any hour; then assigned leads only. */
const quotas = z.strictObject({
  perDay: z.union([atLeastOne.max(1000), z.literal(false)]).default(10),
  perHour: z.union([atLeastOne.max(1000), z.literal(false)]).default(3),
  perWeek: z.union([atLeastOne.max(2000), z.literal(false)]).default(40),
});

const off = z.literal(false);

/** Section E: the guard rails around leads that agents pick themselves; each on unless it is set to false. */
export const cherryPick = z.strictObject({
  /** E1: what the list shows before the claim; `full` adds company details, the message and the score's reasons. */
  transparency: z.enum(["limited", "full"]).default("limited"),
  windows: z.union([windows, off]).prefault({}),
  /** E3: the first contact of a picked lead; then it is reassigned. */
  contactWithin: timeLimit.default("PT2H"),
  misses: z.union([misses, off]).prefault({}),
  ratios: z.union([ratios, off]).prefault({}),
  /** E4: assigned leads cannot be declined when false. */
  assignedDecline: z.boolean().default(true),
  acceptance: z.union([acceptance, off]).default(false),
  access: z.union([access, off]).default(false),
  quotas: z.union([quotas, off]).prefault({}),
});
export type CherryPick = z.infer<typeof cherryPick>;
