import type { LeadBody } from "../../schemas/lead/lead.ts";

/** What every recipient is told (C11): whether the lead is exclusive and, if not, how many have it. */
export interface Exclusivity {
  readonly exclusivity?: "exclusive" | "shared" | undefined;
  /** Of a lead that was shared here; what others sell of it nobody knows. */
  readonly recipients?: number | undefined;
}

/** `recipients` counts all that the lead was shared with, the reader included. */
export function exclusivityOf({ exclusivity, share, first }: LeadBody): Exclusivity {
  const recipients = share?.among ?? first.shares?.given.length;
  if (recipients === undefined) return { exclusivity };
  return { exclusivity: exclusivity ?? "shared", recipients };
}
