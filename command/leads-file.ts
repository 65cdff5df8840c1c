import { DateTime } from "luxon";
import * as z from "zod";
import { moneyFrom } from "../shared/domain/intake/facts/amounts.ts";
import { splitName } from "../shared/domain/intake/facts/person-name.ts";
import { withValueAt } from "../shared/domain/intake/field-paths.ts";
import { targetOf } from "../shared/domain/intake/forms/form-field-names.ts";
import { leadInput } from "../shared/schemas/lead/lead-input.ts";
import type { GivenLead } from "../shared/usecases/simulate/given-leads.ts";
import { type Csv, parseCsv } from "./csv.ts";

/** A row that cannot be read as a lead, and why. */
export interface BadRow {
  readonly row: number;
  readonly detail: string;
}

export interface LeadsFile {
  readonly leads: readonly GivenLead[];
  readonly bad: readonly BadRow[];
}

interface Context {
  readonly timezone: string;
  readonly country: string;
}

/** As for `POST /v1/leads`, but nobody need be reachable. */
const row = z.strictObject(leadInput.shape);
const arrivalNames = new Set(["receivedAt", "submittedAt", "created_at", "createdAt"]);
const sourceNames = new Set(["source", "sourceId"]);
const amounts = new Set(["price", "property.price", "property.estimatedValue"]);
const numbers = new Set(["budget.min", "budget.max", "geo.lat", "geo.lon", "score", "shares"]);
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  ja: true,
  yes: true,
  false: false,
  nein: false,
  no: false,
};

/** The leads of a CSV file. Columns are named as in the API; the usual other names of forms are understood, too. */
export function readLeads(text: string, context: Context): LeadsFile {
  const { columns, rows } = parseCsv(text);
  const leads: GivenLead[] = [];
  const bad: BadRow[] = [];
  const paths = columns.map(pathOf);
  for (const each of rows) {
    const found = leadOf({ columns, paths }, each, context);
    if ("detail" in found) bad.push(found);
    else leads.push(found);
  }
  return { leads, bad };
}

interface Heading {
  readonly columns: readonly string[];
  /** The field that each column stands for. */
  readonly paths: readonly string[];
}

function leadOf(
  { columns, paths }: Heading,
  { row: number, cells }: Csv["rows"][number],
  context: Context,
): GivenLead | BadRow {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const detail = `has ${cells.length} cells, but there are ${columns.length} columns: is a separator in a cell without quotes?`;
    return { row: number, detail };
  }
  let fields: Readonly<Record<string, unknown>> = {};
  let at: number | undefined;
  let sourceId: string | undefined;
  for (const [i, cell] of cells.entries()) {
    const [name = "", path = "", value] = [columns[i], paths[i], cell.trim()];
    if (value === "" || name === "") continue;
    if (arrivalNames.has(name)) {
      at = instantOf(value, context.timezone);
      if (at === undefined)
        return { row: number, detail: `${name}: ${value} is no instant such as 2026-11-20T09:15:00Z` };
    } else if (sourceNames.has(name)) sourceId = value;
    else for (const [field, made] of valuesOf(name, path, value, context)) fields = withValueAt(fields, field, made);
  }
  const parsed = row.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { row: number, detail: `${issue?.path.join(".")}: ${issue?.message}` };
  }
  return { place: `row ${number}`, input: parsed.data, at, sourceId };
}

/** Our own fields by their names, `custom.…` as it is; else as a form's field would be taken. */
function valuesOf(
  name: string,
  path: string,
  value: string,
  { country }: Context,
): readonly (readonly [string, unknown])[] {
  if (path === "name") return Object.entries(splitName(value));
  if (path === "custom") return [[`custom.${name.replaceAll(".", "_")}`, plain(value)]];
  if (path === "attribution") return [[`attribution.${name}`, value]];
  if (path === "company") return [["company.name", value]];
  if (path.startsWith("custom.")) return [[`custom.${path.slice(7).replaceAll(".", "_")}`, plain(value)]];
  if (amounts.has(path)) return [[path, moneyFrom(value, country) ?? value]];
  if (path === "budget.min" || path === "budget.max") {
    const money = moneyFrom(value, country);
    return money
      ? [
          [path, money.amount],
          ["budget.currency", money.currency],
        ]
      : [[path, value]];
  }
  if (numbers.has(path) && value !== "" && Number.isFinite(Number(value))) return [[path, Number(value)]];
  return [[path, path === "test" || path === "consent.given" ? (truths[value.toLowerCase()] ?? value) : value]];
}

const ourNames = new Map(Object.keys(leadInput.shape).map((name) => [name.toLowerCase(), name]));

/** The field a column stands for: named as in the API (`E-Mail` is `email`), else as forms name it. */
function pathOf(column: string): string {
  const [top = "", ...rest] = column.split(".");
  const ours = ourNames.get(top.toLowerCase().replace(/[^a-z0-9]/g, ""));
  return ours === undefined ? targetOf(column, undefined) : [ours, ...rest].join(".");
}

/** A number or a truth where it is written as one: conditions on `custom` fields compare them as such. */
function plain(value: string): string | number | boolean {
  if (/^-?\d{1,15}(\.\d+)?$/.test(value) && !/^-?0\d/.test(value)) return Number(value);
  return value === "true" || value === "false" ? value === "true" : value;
}

/** An instant as systems export it; without an offset it is local time of the plan's zone. Epoch ms. */
function instantOf(text: string, planZone: string): number | undefined {
  // With an offset of its own the zone does not matter, and looking it up is most of what a row costs.
  const zone = /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) ? "utc" : planZone;
  const iso = DateTime.fromISO(text.replace(/^(\d{4}-\d\d-\d\d) (\d)/, "$1T$2"), { zone });
  const found = iso.isValid ? iso : DateTime.fromFormat(text, "d.M.yyyy H:mm", { zone });
  return found.isValid && found.toMillis() > 0 ? found.toMillis() : undefined;
}
