import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { Source } from "../../../schemas/source.ts";
import { durationMs } from "../../time/durations.ts";
import { type CommandOf, type Context, changed, type Decided, refused, unchanged, wrongState } from "../command.ts";
import { amended, eventBy } from "../draft.ts";
import { isFinal, phaseOf } from "../phase.ts";
import { closed } from "./close-commands.ts";

/**
 * A6: a bad lead goes back to who sold it. Its owner reports it and keeps it until a leader decides; a leader returns it,
 * reported or not, whatever it waits for. `until` is the end of the source's time for returns (epoch ms): what comes
 * later would be refused by the vendor, so it is refused here, and the lead stays. Asking again changes nothing.
 */
export function returnLead(state: LeadState, command: CommandOf<"return">, { now }: Context): Decided {
  const { by, reason, decides, until } = command;
  if (state.status === "returned") return unchanged;
  if (isFinal(state.status)) return wrongState(state);
  if (!decides && !isOwned(state)) return wrongState(state);
  if (until !== undefined && now >= until) return refused({ kind: "returnTooLate", until });
  const owner = state.ownerId !== undefined && { agentId: state.ownerId };
  if (decides) {
    const event = eventBy(by, now, { type: "lead.returned", ...owner, reason });
    return changed({ ...closed(state, "returned", now, [event]), reason });
  }
  if (state.returnAsked !== undefined) return unchanged;
  const event = eventBy(by, now, { type: "lead.updated", ...owner, outcome: "returnAsked", reason });
  return changed(amended(state, { returnAsked: { by, at: now, reason } }, [event]));
}

/** The leader finds nothing wrong with the lead: the report is closed, and the owner goes on. */
export function refuseReturn(state: LeadState, command: CommandOf<"refuseReturn">, { now }: Context): Decided {
  if (isFinal(state.status)) return wrongState(state);
  const { version, commitId, returnAsked, ...lead } = state;
  if (returnAsked === undefined) return unchanged;
  const { by, reason } = command;
  const event = eventBy(by, now, { type: "lead.updated", agentId: returnAsked.by, outcome: "returnRefused", reason });
  return changed({ ...lead, events: [event] });
}

/** Until when the lead's source takes it back, epoch ms; undefined when it has named no limit. */
export function returnableUntil(
  { receivedAt }: Pick<LeadState, "receivedAt">,
  source: Pick<Source, "returns"> | undefined,
): number | undefined {
  const within = source?.returns?.within;
  return within === undefined ? undefined : receivedAt + durationMs(within);
}

function isOwned({ status }: LeadState): boolean {
  const phase = phaseOf(status);
  return phase === "contact" || phase === "ownership";
}
