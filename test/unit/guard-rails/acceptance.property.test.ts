import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptanceIn, acceptanceSuspension, offerAnswers } from "../../../shared/domain/guard-rails/acceptance.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";
import { cherryPick } from "../../../shared/schemas/plan/cherry-pick.ts";

const day = 24 * 60 * 60_000;
const now = Date.parse("2026-11-22T23:30:00Z");
const { acceptance } = cherryPick.parse({ acceptance: {} });
const policy = acceptance === false ? expect.unreachable() : acceptance;
const event = (type: LeadEvent["type"], agentId: string, at: number): LeadEvent => ({
  ...{ type, agentId, at, actor: "system" },
});
/** So many offers of yesterday, the first `accepted` of them taken. */
const offers = (count: number, accepted: number, at = now - day) =>
  Array.from({ length: count }, (_, n) => ({ agentId: "anna", at, accepted: n < accepted }));
const judged = (own: ReturnType<typeof offers>, suspension?: { from: number; until: number; reason: "acceptance" }) =>
  acceptanceSuspension(own, { suspension }, policy, now);

test("only what an agent answered, or let pass, is an offer's end", () => {
  const events = [
    event("lead.offered", "anna", 1),
    event("lead.declined", "anna", 2),
    event("lead.offered", "ben", 2),
    event("lead.offerExpired", "ben", 3),
    event("lead.pooled", "anna", 3),
    event("lead.claimed", "anna", 4),
    event("lead.reassigned", "cem", 5),
    event("lead.offered", "cem", 6),
    event("lead.accepted", "cem", 7),
  ];
  expect(offerAnswers(events)).toEqual([
    { agentId: "anna", at: 2, accepted: false },
    { agentId: "ben", at: 3, accepted: false },
    { agentId: "cem", at: 7, accepted: true },
  ]);
});

describe("the minimum acceptance rate (E4)", () => {
  test.each([
    ["80 % are enough", offers(10, 8), undefined],
    ["less is not", offers(10, 7), "acceptance"],
    ["nine offers say nothing", offers(9, 0), undefined],
    ["no offers say nothing", [], undefined],
    ["older than a week they do not count", offers(10, 0, now - 7 * day), undefined],
    ["within the week they do", offers(10, 0, now - 7 * day + 1), "acceptance"],
  ])("%s", (_name, own, reason) => {
    expect(judged(own)?.suspension.reason).toBe(reason);
  });

  test("for a week, with the figures it comes from", () => {
    expect(judged(offers(20, 15))).toEqual({
      suspension: { from: now, until: now + 7 * day, reason: "acceptance" },
      acceptance: { answered: 20, accepted: 15, rate: 0.75 },
    });
  });

  test("the same offers suspend once; those since then count again", () => {
    const from = now - 3 * day;
    const over = { from, until: now - 2 * day, reason: "acceptance" } as const;
    expect(judged(offers(30, 0, from), over)).toBeUndefined();
    expect(judged(offers(30, 0, from + 1), over)?.suspension.from).toBe(now);
    expect(judged(offers(30, 0), { ...over, until: now + 1 })).toBeUndefined();
    expect(judged(offers(30, 0), { ...over, until: now })?.suspension.from).toBe(now);
  });
});

test("day after day: nobody has two suspensions at once, and no offer is in two of them", () => {
  const answer = fc.record({
    agentId: fc.constant("anna"),
    at: fc.integer({ min: now - 30 * day, max: now }),
    accepted: fc.boolean(),
  });
  const length = fc.integer({ min: 1, max: 8 }).map((days) => ({ ...policy, suspension: `P${days}D`, minOffers: 3 }));
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), length, (own, given) => {
      const suspensions: { from: number; until: number }[] = [];
      for (let at = now - 30 * day; at <= now; at += day) {
        const before = suspensions.at(-1);
        const suspension = before && { ...before, reason: "acceptance" as const };
        const found = acceptanceSuspension(own, { suspension }, given, at);
        // The obvious reference: look at every offer, and leave out what was before.
        const counted = own.filter((each) => each.at <= at && each.at > at - 7 * day && each.at > (before?.from ?? 0));
        const taken = counted.filter(({ accepted }) => accepted).length;
        const low = counted.length >= 3 && taken < 0.8 * counted.length && (before?.until ?? 0) <= at;
        expect(found !== undefined).toBe(low);
        if (found) {
          expect(found.acceptance).toEqual(acceptanceIn(counted, 0, at));
          suspensions.push(found.suspension);
        }
      }
      for (const [n, each] of suspensions.entries()) {
        expect(each.from).toBeGreaterThanOrEqual(suspensions[n - 1]?.until ?? 0);
      }
    }),
  );
});
