import * as z from "zod";
import { instantMs, leadId, money, slug } from "../primitives.ts";
import { ticket } from "./decision.ts";

/** C11: most recipients of one lead. */
export const mostShares = 10;

/** Who has a share: an agent of the team, or an outside company. The two have one space of ids. */
export const recipient = z.union([z.strictObject({ agentId: slug }), z.strictObject({ buyerId: slug })]);
export type Recipient = Readonly<z.infer<typeof recipient>>;

/** To whom one share was given at first, by which ticket of the rotation, and what it costs there. */
export const givenShare = z.strictObject({ recipient, ticket: ticket.optional(), price: money.optional() });
export type GivenShare = Readonly<z.infer<typeof givenShare>>;

/** A lead that was shared (the parent). Share n is the lead whose id follows from the parent's id and n, counted from 1. */
export const givenShares = z.strictObject({
  /** When it was shared, and until when the agents may answer. */
  at: instantMs,
  accept: instantMs,
  /** Begins the keys of the pool that shared it: the rule's id, or `<rule>/<part>` for a part of a mix. */
  poolRule: z.string(),
  given: z.array(givenShare).min(1).max(mostShares).readonly(),
});
export type GivenShares = Readonly<z.infer<typeof givenShares>>;

/** A lead that is one share of another. */
export const share = z.strictObject({
  parentId: leadId,
  /** `1` for the first. */
  shareId: z.string().regex(/^([1-9]|10)$/, "a share is numbered from 1 to 10"),
  /** How many recipients the lead was shared with, this one included. */
  among: z.number().int().min(1).max(mostShares),
  poolRule: z.string(),
  /** Per share; what its present recipient pays. */
  price: money.optional(),
  /** The outside company that has it, or is being asked. */
  buyerId: slug.optional(),
});
export type Share = Readonly<z.infer<typeof share>>;
