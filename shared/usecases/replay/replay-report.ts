import type { Flaw } from "../../domain/rotation/prove-turns.ts";
import type { ReplayedLead } from "./replay-day.ts";

const headings = ["lead", "rule", "pool", "epoch/n", "agent", "proven"] as const;
const none = "–";

/** The day as a table with a sentence under it, for a terminal. Ids only: no personal data of any lead. */
export function replayReport(leads: readonly ReplayedLead[], day: string, zone: string): string {
  if (leads.length === 0) return `No lead was received on ${day} (${zone}).\n`;
  return `${table([headings, ...leads.flatMap(rowsOf)])}\n\n${summary(leads, day, zone)}\n`;
}

/** Whether every ticket of these leads is proven. */
export function allProven(leads: readonly ReplayedLead[]): boolean {
  return leads.every(({ turns }) => turns.every(({ flaws }) => flaws.length === 0));
}

function rowsOf({ leadId, status, ruleId = none, method, turns }: ReplayedLead): readonly (readonly string[])[] {
  if (turns.length === 0) return [[leadId, ruleId, none, none, none, `${none} no ticket: ${method ?? status}`]];
  return turns.map((turn) => [
    leadId,
    turn.ruleId,
    turn.poolId,
    `${turn.epoch}/${turn.n}`,
    turn.agentId,
    turn.flaws.length === 0 ? "✓" : `✗ ${turn.flaws.map(flawText).join("; ")}`,
  ]);
}

function flawText(flaw: Flaw): string {
  switch (flaw.kind) {
    case "rosterMissing":
      return "the pool's rosters are not stored from this epoch on";
    case "rosterChanged":
      return "a stored roster is not the one its successor was opened on";
    case "neverDrawn":
      return `only ${flaw.drawn} numbers of this epoch were drawn`;
    case "otherTurn":
      return `it was the turn of ${flaw.agentId}`;
    case "usedTwice":
      return `the number was used by ${flaw.leadIds.join(", ")} too`;
    case "gone":
      return "the number is recorded as having passed";
    case "contradicted":
      return "the lead's history names another turn";
    default:
      return flaw satisfies never;
  }
}

function summary(leads: readonly ReplayedLead[], day: string, zone: string): string {
  const turns = leads.flatMap((lead) => lead.turns);
  const proven = turns.filter(({ flaws }) => flaws.length === 0).length;
  const twice = turns.filter(({ flaws }) => flaws.some(({ kind }) => kind === "usedTwice")).length;
  const without = leads.filter((lead) => lead.turns.length === 0).length;
  return [
    `${counted(leads.length, "lead")} received on ${day} (${zone}):`,
    `${proven} of ${counted(turns.length, "ticket")} proven,`,
    `${without} without a ticket;`,
    twice === 0 ? "no number was used twice." : `${twice} tickets share their number with another.`,
  ].join(" ");
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
