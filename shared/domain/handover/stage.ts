import type { LeadState } from "../../schemas/lead/lead.ts";

/** Where a lead stands for the rules (C6): `new` until an ISA hands it over, then it is for field agents. */
export type Stage = "new" | "handover";

/** The stage follows from the lead; one that came back to its ISA is `new` again. */
export function stageOf({ handedOverAt }: Pick<LeadState, "handedOverAt">): Stage {
  return handedOverAt === undefined ? "new" : "handover";
}
