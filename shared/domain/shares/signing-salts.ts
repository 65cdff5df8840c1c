import type { Buyer } from "../../schemas/buyer.ts";
import { day } from "../time/durations.ts";

/** What a buyer's signing secrets follow from. */
export type Salts = Pick<Buyer, "salt" | "earlierSalts">;

/** A buyer who changes the secret more often in a day has the oldest ones end early: every one is a signature on each call. */
const mostEarlier = 5;

/**
 * The new salt in the first place, and the one it replaces among the earlier ones. These sign along for a day, so that the
 * buyer has time to change over, or with `revoke` not any more. `now` in epoch ms.
 */
export function withNewSalt(
  { salt: replaced, earlierSalts = [] }: Salts,
  salt: string,
  { revoke, now }: { readonly revoke: boolean; readonly now: number },
): Salts {
  const kept = [{ salt: replaced, replacedAt: now }, ...earlierSalts]
    .filter(({ replacedAt }) => now < replacedAt + day)
    .slice(0, mostEarlier);
  return { salt, earlierSalts: kept.map((each) => (revoke ? { ...each, revoked: true } : each)) };
}

/** Whether the salt is the buyer's own, or was less than a day ago: who asks for it again gets the same. */
export function hasSalt({ salt, earlierSalts = [] }: Salts, wanted: string): boolean {
  return salt === wanted || earlierSalts.some((each) => each.salt === wanted);
}

/** Which salts sign a call at `now` (epoch ms), the present one first. */
export function signingSalts({ salt, earlierSalts = [] }: Salts, now: number): readonly string[] {
  const along = earlierSalts.filter(({ replacedAt, revoked }) => revoked !== true && now < replacedAt + day);
  return [salt, ...along.map((each) => each.salt)];
}
