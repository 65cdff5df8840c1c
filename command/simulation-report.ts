import type { Line } from "../shared/domain/simulation/distribution.ts";
import type { World } from "../shared/domain/simulation/placement.ts";
import type { simulationView } from "../shared/usecases/simulate/simulation-view.ts";

type SimulationView = ReturnType<typeof simulationView>;

/** So many changed leads are shown in a terminal. */
const shown = 10;
const worldNames: Readonly<Record<World, string>> = { recorded: "recorded", present: "present", changed: "this plan" };

/** The simulation as tables for a terminal. */
export function simulationReport(view: SimulationView): string {
  const { compared, tables, turns, waited, changed } = view;
  const sections = [
    `${counted(view.leads)}, each open for ${view.openFor}; every offer taken as accepted.`,
    distribution("outcome", tables.outcome, compared),
    distribution("agent", tables.agent, compared),
    distribution("tier", tables.tier, compared),
    distribution("area", tables.area, compared),
    distribution("source", tables.source, compared),
    distribution("temperature", tables.temperature, compared),
    distribution("rule", tables.rule, compared),
    table([
      ["turns of this plan", "got", "due", "deviation"],
      ...turns.map(({ agentId, ...each }) => [agentId, ...[each.turns, each.due, each.deviation].map(changedOf)]),
    ]),
    waitOf(waited),
    ...(view.against === undefined ? [] : [changesOf(changed)]),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

const counted = (leads: number): string => (leads === 1 ? "1 lead" : `${leads} leads`);

function waitOf({ leads: { changed = 0 }, longest }: SimulationView["waited"]): string {
  if (changed === 0) return "No lead had to wait for somebody.";
  return `${counted(changed)} waited for somebody, the longest for ${longest.changed ?? "PT0S"}.`;
}

function distribution(name: string, lines: readonly Line[], compared: readonly World[]): string {
  const bare = lines.length === 1 && lines[0]?.key === "–";
  if (lines.length === 0 || bare) return "";
  const cells = ({ leads, share }: Line, world: World) => [
    String(leads[world] ?? 0),
    `${((share[world] ?? 0) * 100).toFixed(1)} %`,
  ];
  return table([
    [name, ...compared.flatMap((world) => [worldNames[world], ""])],
    ...lines.map((line) => [line.key, ...compared.flatMap((world) => cells(line, world))]),
  ]);
}

const changedOf = (counts: { readonly changed?: number }): string => String(counts.changed ?? 0);

function changesOf({ count, items }: SimulationView["changed"]): string {
  const taker = (fate: SimulationView["changed"]["items"][number]["from"]) =>
    fate.agentId ?? fate.recipients?.join(", ") ?? fate.outcome;
  const lines = items.slice(0, shown).map(({ lead, from, to, why }) => [lead, `${taker(from)} → ${taker(to)}`, why]);
  const rest = count > shown ? `\n… and ${count - shown} more (--format json shows 100)` : "";
  return `${counted(count)} changed hands${lines.length > 0 ? `:\n${table(lines)}` : "."}${rest}`;
}

/** Columns side by side; those of numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const numeric = widths.map((_, column) => rows.slice(1).some((row) => /^-?[\d.]+( %)?$/.test(row[column] ?? "")));
  return rows
    .map((row) =>
      row
        .map((text, i) => (numeric[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
