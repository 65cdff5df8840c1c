import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { medianOpenTime } from "../shared/domain/simulation/median-open-time.ts";
import { durationMs } from "../shared/domain/time/durations.ts";
import { problemsOf } from "../shared/runtime/http/invalid-fields.ts";
import { type Plan, planInput } from "../shared/schemas/plan/plan.ts";
import { duration } from "../shared/schemas/primitives.ts";
import { sourceInput } from "../shared/schemas/source.ts";
import type { Configuration } from "../shared/usecases/ports/ports.ts";
import { givenLeads } from "../shared/usecases/simulate/given-leads.ts";
import { simulatePlan } from "../shared/usecases/simulate/simulate-plan.ts";
import { simulationView } from "../shared/usecases/simulate/simulation-view.ts";
import { type BadRow, readLeads } from "./leads-file.ts";
import { madeUpTeam } from "./made-up-team.ts";
import { simulationReport } from "./simulation-report.ts";
import { readTeam } from "./team-file.ts";
import { UsageError } from "./usage-error.ts";

const options = {
  team: { type: "string" },
  present: { type: "string" },
  format: { type: "string", default: "table" },
  "open-for": { type: "string" },
  trace: { type: "boolean", default: false },
  lang: { type: "string", default: "en" },
} as const;

/** Bad rows told one by one; the rest only counted. */
const mostTold = 20;

/** `fairlead simulate`: prints who would have received what. Answers the exit code. */
export async function simulate(given: readonly string[]): Promise<number> {
  const { values, positionals } = argumentsOf(given);
  const [planFile, leadsFile] = positionals;
  if (planFile === undefined || leadsFile === undefined || positionals.length > 2) {
    throw new UsageError("Name two files: the plan and the leads.");
  }
  const plan = readPlan(planFile, 2);
  const present = values.present === undefined ? undefined : readPlan(values.present, 1);
  const team = values.team === undefined ? madeUpTeam(plan) : readTeam(readJson(values.team));
  if (values.team === undefined) {
    process.stderr.write(`No --team: made up ${team.agents.size} agents who can do everything the plan asks for.\n`);
  }
  const config: Configuration = {
    ...team,
    ...{ plan: present, planVersion: 1, teamVersion: 1, teams: new Map(), figures: new Map() },
  };
  const { leads, bad } = readLeads(read(leadsFile), { timezone: plan.timezone, country: plan.defaultCountry });
  const prepared = givenLeads(leads, withSourcesOf(leads, config), plan, firstArrival(leads));
  const refused = prepared.problems.map(({ pointer, detail }) => `${pointer.replace(/\/(\w+)$/, ", $1")}: ${detail}`);
  tellBadRows(bad, refused);
  const openFor = openTime(values["open-for"]);
  const simulation = await simulatePlan({ config, plan, leads: prepared.leads, openFor, trace: values.trace });
  const locale = values.lang === "de" ? "de" : "en";
  const leftOut = bad.length + refused.length;
  const view = simulationView(simulation, { config, plan, openFor, leftOut, locale });
  process.stdout.write(values.format === "json" ? `${JSON.stringify(view, undefined, 2)}\n` : simulationReport(view));
  return leftOut === 0 ? 0 : 1;
}

function argumentsOf(given: readonly string[]) {
  try {
    const parsed = parseArgs({ args: [...given], options, allowPositionals: true });
    if (!["table", "json"].includes(parsed.values.format)) throw new Error("--format is table or json.");
    return parsed;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function read(file: string): string {
  try {
    return textOf(readFileSync(file));
  } catch {
    throw new UsageError(`The file ${file} cannot be read.`);
  }
}

/** UTF-8, or else as German spreadsheets save CSV: Windows-1252. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(read(file).replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

function readPlan(file: string, version: number): Plan {
  const json = readJson(file);
  const given = typeof json === "object" && json !== null ? json : {};
  const { version: _, problems: __, ...input } = { version: 0, problems: [], ...given };
  const parsed = planInput.safeParse(input);
  if (parsed.success) return { ...parsed.data, version };
  const told = problemsOf(parsed.error).map(({ pointer, detail }) => `  ${pointer || "/"}: ${detail}`);
  throw new UsageError(`${file} is no plan:\n${told.join("\n")}`);
}

/** Sources that only the leads name count as known, without settings: a file need not bring them. */
function withSourcesOf(leads: readonly { readonly sourceId?: string | undefined }[], config: Configuration) {
  const sources = new Map(config.sources);
  for (const { sourceId } of leads) {
    if (sourceId !== undefined && !sources.has(sourceId)) {
      sources.set(sourceId, { ...sourceInput.parse({ name: sourceId }), sourceId, version: 1 });
    }
  }
  return { ...config, sources };
}

/** Leads without an instant begin with the first that has one, else now. */
function firstArrival(leads: readonly { readonly at?: number | undefined }[]): number {
  return leads.reduce((first, { at }) => Math.min(first, at ?? first), Date.now());
}

function openTime(given: string | undefined): number {
  if (given === undefined) return medianOpenTime([]);
  if (!duration.safeParse(given).success) throw new UsageError("--open-for is a duration such as P14D or PT36H.");
  return durationMs(given);
}

function tellBadRows(bad: readonly BadRow[], refused: readonly string[]): void {
  const told = [...bad.map(({ row, detail }) => `row ${row}: ${detail}`), ...refused];
  for (const line of told.slice(0, mostTold)) process.stderr.write(`${line}\n`);
  if (told.length > mostTold) process.stderr.write(`… and ${told.length - mostTold} more rows\n`);
}
