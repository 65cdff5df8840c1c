import type { Picks } from "../../schemas/picks.ts";
import type { CherryPick } from "../../schemas/plan/cherry-pick.ts";
import { durationMs } from "../time/durations.ts";

export type Windows = Exclude<CherryPick["windows"], false>;

/** Where an agent's look at the list or at a lead stands (E2): open until then, or over and no claim until then. Epoch ms. */
export interface Window {
  readonly phase: "open" | "coolDown";
  readonly until: number;
}

/** Undefined: the agent has not looked lately, and whoever claims without having looked is free to. */
export function listWindow(
  { browsingSince }: Pick<Picks, "browsingSince">,
  windows: Windows,
  now: number,
): Window | undefined {
  if (browsingSince === undefined) return undefined;
  return windowAt(browsingSince + durationMs(windows.list), windows, now);
}

/** The agent's window for the details of this lead, open or given back; undefined: another one may begin (E2). */
export function detailsWindow(
  { opened = [] }: Pick<Picks, "opened">,
  windows: Windows,
  leadId: string,
  now: number,
): Window | undefined {
  const last = opened.findLast((each) => each.leadId === leadId);
  return last && windowAt(last.until, windows, now);
}

function windowAt(closes: number, windows: Windows, now: number): Window | undefined {
  if (now < closes) return { phase: "open", until: closes };
  const cooled = closes + durationMs(windows.coolDown);
  return now < cooled ? { phase: "coolDown", until: cooled } : undefined;
}

/** Until when the agent has to wait after the time to look was over, at the list or at a lead's details (E2). */
export function coolDownEnd(
  picks: Pick<Picks, "browsingSince" | "holding">,
  windows: Windows,
  now: number,
): number | undefined {
  const list = listWindow(picks, windows, now);
  const { holding } = picks;
  // Nothing is written when the time for a lead's details is up.
  const held = holding !== undefined && holding.until <= now ? holding.until + durationMs(windows.coolDown) : 0;
  const end = Math.max(list?.phase === "coolDown" ? list.until : 0, held);
  return now < end ? end : undefined;
}
