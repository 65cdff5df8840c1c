import fc from "fast-check";
import { expect, test } from "vitest";
import type { TakenLead } from "../../../shared/domain/pick-watch/taken-leads.ts";
import { watchRows } from "../../../shared/domain/pick-watch/watch-rows.ts";
import { hour, minute, now, takenLead } from "./random-taken.ts";

const delay = 30 * minute;
const options = {
  now,
  contactWithin: 2 * hour,
  elapsed: (from: number, to: number) => to - from,
  agedAfter: 24 * hour,
  claimableAt: (agentId: string, postedAt: number) => (agentId < "d" ? postedAt : postedAt + delay),
};

const average = (values: readonly number[]) =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Number by number, each with a loop of its own. */
function slowRow(agentId: string, taken: readonly TakenLead[]) {
  const kind = (picked: boolean) => {
    const own = taken.filter((lead) => lead.agentId === agentId && lead.picked === picked);
    let [contacted, converted] = [0, 0];
    for (const lead of own) {
      if (lead.contactedAt !== undefined) contacted += 1;
      if (lead.converted) converted += 1;
    }
    return { leads: own.length, meanScore: average(own.map((lead) => lead.score)), contacted, converted };
  };
  const claimed: number[] = [];
  const reached: number[] = [];
  const sources: Record<string, number> = {};
  const sizes: Record<string, number> = {};
  let aged = 0;
  for (const lead of taken) {
    if (lead.agentId !== agentId || !lead.picked) continue;
    if (lead.postedAt !== undefined) {
      const late = agentId >= "d" && lead.at - lead.postedAt >= delay;
      claimed.push((lead.at - lead.postedAt - (late ? delay : 0)) / minute);
    }
    const waited = (lead.contactedAt ?? lead.endedAt ?? now) - lead.at;
    if (lead.contactedAt !== undefined || waited > 4 * hour) reached.push(waited / minute);
    sources[lead.sourceId] = (sources[lead.sourceId] ?? 0) + 1;
    sizes[lead.size] = (sizes[lead.size] ?? 0) + 1;
    if (lead.temperature === "cold" || lead.at - lead.receivedAt >= 24 * hour) aged += 1;
  }
  claimed.sort((a, b) => a - b);
  const [low, high] = [claimed[Math.floor((claimed.length - 1) / 2)], claimed[Math.floor(claimed.length / 2)]];
  return {
    picked: kind(true),
    assigned: kind(false),
    minutesToClaim: low === undefined || high === undefined ? undefined : (low + high) / 2,
    minutesClaimToContact: average(reached),
    ...{ sources, sizes, aged },
  };
}

test("everybody's row is what counting one by one gives", () => {
  fc.assert(
    fc.property(fc.array(takenLead, { maxLength: 40 }), (taken) => {
      const rows = watchRows(taken, options);
      expect(rows.map(({ agentId }) => agentId)).toEqual([...new Set(taken.map(({ agentId }) => agentId))].sort());
      for (const row of rows) {
        const slow = slowRow(row.agentId, taken);
        for (const kind of ["picked", "assigned"] as const) {
          const { meanScore, conversion, ...counts } = row[kind];
          const { meanScore: mean, ...counted } = slow[kind];
          expect(counts).toEqual(counted);
          expect(meanScore).toBeOneOf([mean, expect.closeTo(mean ?? -1, 3)]);
          expect(conversion ?? -1).toBeCloseTo(counted.leads === 0 ? -1 : counted.converted / counted.leads, 3);
        }
        expect(row.minutesToClaim ?? -1).toBeCloseTo(slow.minutesToClaim ?? -1, 3);
        expect(row.minutesClaimToContact ?? -1).toBeCloseTo(slow.minutesClaimToContact ?? -1, 3);
        expect([row.sources, row.companySizes, row.aged]).toEqual([slow.sources, slow.sizes, slow.aged]);
      }
    }),
  );
});
