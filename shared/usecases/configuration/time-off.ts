import type { TimeOff, TimeOffInput } from "../../schemas/agent.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { done, type Outcome, refused } from "./outcome.ts";

/**
 * Notes an absence (D4). `requestKey` is the caller's Idempotency-Key: it names the absence, so a repeat finds it. The
 * same key with other dates is refused.
 */
export async function addTimeOff(
  ports: Pick<Ports, "config" | "ids" | "secrets">,
  config: Configuration,
  agentId: string,
  input: TimeOffInput,
  requestKey?: string,
): Promise<Outcome<TimeOff>> {
  if (!config.agents.has(agentId)) return refused({ kind: "unknown", what: "agent" });
  const timeOffId =
    requestKey === undefined
      ? `off_${ports.ids.random(9)}`
      : `off_${ports.secrets.digest(`${agentId} ${requestKey}`).slice(0, 20)}`;
  const off: TimeOff = {
    timeOffId,
    agentId,
    from: Date.parse(input.from),
    to: Date.parse(input.to),
    ...(input.reason !== undefined && { reason: input.reason }),
  };
  const before = config.timeOff.find((each) => each.agentId === agentId && each.timeOffId === timeOffId);
  if (!before) {
    await ports.config.addTimeOff(off);
    return done(off);
  }
  const same = before.from === off.from && before.to === off.to && before.reason === off.reason;
  const detail = "this Idempotency-Key was used for another absence";
  return same ? done(before) : refused({ kind: "invalid", errors: [{ pointer: "", detail }] });
}

/** The agent's absences by their beginning. */
export function timeOffOf(config: Configuration, agentId: string): Outcome<readonly TimeOff[]> {
  if (!config.agents.has(agentId)) return refused({ kind: "unknown", what: "agent" });
  return done(config.timeOff.filter((off) => off.agentId === agentId).toSorted((a, b) => a.from - b.from));
}

export async function deleteTimeOff(
  ports: Pick<Ports, "config">,
  agentId: string,
  timeOffId: string,
): Promise<Outcome<void>> {
  const deleted = await ports.config.deleteTimeOff(agentId, timeOffId);
  return deleted ? done(undefined) : refused({ kind: "unknown", what: "time off" });
}
