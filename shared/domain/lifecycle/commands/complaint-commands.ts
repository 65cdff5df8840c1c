import type { LeadState } from "../../../schemas/lead/lead.ts";
import { type CommandOf, type Context, changed, type Decided, unchanged, wrongState } from "../command.ts";
import { amended, eventBy } from "../draft.ts";

/**
 * E8, F4: an agent finds that the lead was given out unfairly. Nothing about the lead changes: who has it, what it waits for
 * and until when stay. An agent complains once about one decision.
 */
export function complain(state: LeadState, command: CommandOf<"complain">, { now }: Context): Decided {
  if (state.status === "erased") return wrongState(state);
  const { by, reason, decision } = command;
  const actor = `agent:${by}`;
  const stands = state.events.some(
    (event) => event.type === "lead.complained" && event.actor === actor && event.about === decision.about,
  );
  if (stands) return unchanged;
  return changed(amended(state, {}, [eventBy(by, now, { type: "lead.complained", reason, ...decision })]));
}
