import type { LeadBody } from "../../schemas/lead/lead.ts";

/** What every recipient is told (C11): whether the lead is exclusive and, if not, how many have it. */
export interface Exclusivity {
  readonly exclusivity?: "exclusive" | "shared" | undefined;
  /** Of a lead that was shared here; what others sell of it nobody knows. */
  readonly recipients?: number | undefined;
}

/** A BODY with how many have the lead at this moment, where somebody has counted them. */
export type CountedBody = LeadBody & { readonly recipients?: number };

/** `recipients` counts those who have the lead, the reader included; uncounted, all that it was shared with. */
export function exclusivityOf({ exclusivity, share, first, recipients: counted }: CountedBody): Exclusivity {
  const recipients = counted ?? share?.among ?? first.shares?.given.length;
  if (recipients === undefined) return { exclusivity };
  return { exclusivity: exclusivity ?? "shared", recipients };
}
