import { type Entrant, TURN } from "../../../shared/domain/rotation/quota-schedule.ts";

/** The quota rule word by word, in integers without limit and by looking at everyone for every ticket. */
export function slowSchedule(entrants: readonly Entrant[], tickets: number): readonly number[] {
  const turn = BigInt(TURN);
  const all = entrants.map(({ weight, credit }, place) => ({
    place,
    weight: BigInt(weight),
    credit: BigInt(credit),
    received: 0n,
  }));
  const total = all.reduce((sum, { weight }) => sum + weight, 0n);
  const holders: number[] = [];

  for (let n = 1n; n <= BigInt(tickets); n++) {
    const runners = all.map((one) => ({
      one,
      deficit: (one.credit - one.received * turn) * total + n * one.weight * turn,
      finish: (one.received + 1n) * turn - one.credit,
    }));
    const behind = runners.filter(({ deficit }) => deficit > 0n);
    const quotaCannotHold = behind.length === 0 || behind.some(({ deficit }) => deficit >= turn * total);
    const next = quotaCannotHold
      ? runners.toSorted((a, b) => sign(b.deficit - a.deficit) || a.one.place - b.one.place)[0]
      : behind.toSorted(
          (a, b) => sign(a.finish * b.one.weight - b.finish * a.one.weight) || a.one.place - b.one.place,
        )[0];
    if (!next) break;
    next.one.received += 1n;
    holders.push(next.one.place);
  }
  return holders;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
