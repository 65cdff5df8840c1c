import type { Cost, Usage } from "./usage.ts";

const leadKey = /LEAD#(ld_[0-9A-HJKMNP-TV-Z]{26})/g;
const leadId = /\b(ld_[0-9A-HJKMNP-TV-Z]{26})/g;

/**
 * The leads a request or event is about: those whose items it names by key, else those it mentions at all
 * (a marker or an idempotency item carries the lead id as an attribute).
 */
export function leadsIn(text: string): readonly string[] {
  for (const pattern of [leadKey, leadId]) {
    const found = new Set(Array.from(text.matchAll(pattern), ([, id]) => id ?? ""));
    if (found.size > 0) return [...found];
  }
  return [];
}

/** Collects what one invocation costs without naming a lead, until the invocation has shown whose work it is. */
export interface Ledger {
  /** Charges the leads in `text`, or keeps the cost for the leads of this invocation. */
  readonly spend: (text: string, cost: Partial<Cost>) => void;
  /** Splits what is left over the leads this invocation turned out to be about. */
  readonly close: () => void;
}

/**
 * Opens the ledger of an invocation. Intake makes the lead's id half-way, so its first requests can only be attributed
 * at the end; a stream batch is about many leads, so what names none is split evenly between them.
 */
export function openLedger(usage: Usage, event: string): Ledger {
  const leads = new Set(leadsIn(event));
  const pending: Partial<Cost>[] = [];
  return {
    spend: (text, cost) => {
      const named = leadsIn(text);
      for (const lead of named) leads.add(lead);
      if (named.length > 0) usage.charge(named, cost);
      else pending.push(cost);
    },
    close: () => {
      for (const cost of pending.splice(0)) usage.charge([...leads], cost);
    },
  };
}
