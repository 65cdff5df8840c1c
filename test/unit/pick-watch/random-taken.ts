import fc from "fast-check";
import { sizeClasses } from "../../../shared/domain/pick-watch/size-class.ts";
import type { TakenLead } from "../../../shared/domain/pick-watch/taken-leads.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const now = Date.parse("2026-11-22T12:00:00Z");

const after = (at: number, wait: number | undefined) => (wait === undefined ? undefined : at + wait);
const wait = fc.option(fc.integer({ min: 0, max: 9 * hour }), { nil: undefined });

/** Any lead that one of seven agents had, picked or assigned. */
export const takenLead: fc.Arbitrary<TakenLead> = fc
  .record({
    agentId: fc.constantFrom(..."abcdefg"),
    picked: fc.boolean(),
    at: fc.integer({ min: now - 100 * hour, max: now }),
    inPool: wait,
    old: fc.integer({ min: 0, max: 60 * hour }),
    sourceId: fc.constantFrom("portal", "referral", "social"),
    temperature: fc.constantFrom("hot", "warm", "cold"),
    size: fc.constantFrom(...sizeClasses),
    score: fc.integer({ min: 0, max: 100 }),
    contact: wait,
    converted: fc.boolean(),
    end: wait,
  })
  .map(({ inPool, old, contact, end, ...lead }) => {
    const [postedAt, contactedAt, endedAt] = [
      after(lead.at, inPool && -inPool),
      after(lead.at, contact),
      after(lead.at, end),
    ];
    return {
      ...lead,
      receivedAt: lead.at - old,
      ...(lead.picked && postedAt !== undefined && { postedAt }),
      ...(contactedAt !== undefined && { contactedAt }),
      ...(endedAt !== undefined && { endedAt }),
    };
  });
