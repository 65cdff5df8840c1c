import type { Account, Accounts, Credits } from "../../schemas/rotation.ts";
import { apportion } from "./apportion.ts";
import { TURN } from "./quota-schedule.ts";

/** Of a pool that never drew a ticket. */
export const NO_CREDITS: Credits = { members: {}, tiers: {} };

/** The account under `key`; empty for one never seen. An agent may be called `constructor`, hence the own property. */
export function accountOf(accounts: Accounts, key: string): Account {
  return (Object.hasOwn(accounts, key) ? accounts[key] : undefined) ?? { credit: 0, received: 0 };
}

/** Somebody's part in some tickets: their weight among those who shared them, and how many they received. */
export interface Part {
  readonly key: string;
  readonly weight: number;
  readonly received: number;
}

/**
 * The accounts after the parts have shared as many tickets as they received together: credit grows by the due share
 * and shrinks by what was received, so the sum of all credit stays the same for ever. Accounts of others are kept.
 */
export function settle(accounts: Accounts, parts: readonly Part[]): Accounts {
  const tickets = parts.reduce((sum, part) => sum + part.received, 0);
  const due = apportion(
    tickets * TURN,
    parts.map((part) => part.weight),
  );
  const settled: Record<string, Account> = { ...accounts };
  for (const [i, { key, received }] of parts.entries()) {
    const before = accountOf(accounts, key);
    const credit = before.credit + (due[i] ?? 0) - received * TURN;
    settled[key] = { credit, received: before.received + received };
  }
  return settled;
}
