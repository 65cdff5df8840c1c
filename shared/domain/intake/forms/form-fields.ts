import type { Source } from "../../../schemas/source.ts";
import { budgetFrom, moneyFrom } from "../facts/amounts.ts";
import { splitName } from "../facts/person-name.ts";
import { type Fields, isFields, valueAt, withValueAt } from "../field-paths.ts";
import { consentFrom, type FormOrigin } from "./form-consent.ts";
import { plainName, targetOf } from "./form-field-names.ts";

/** A submitted form as the JSON lead it stands for (not yet checked), and what its hidden field held. */
interface FormLead {
  readonly lead: Fields;
  readonly honeypot: string;
}

/**
 * The fields of a customer's own form as a lead (A1): by the source's field map, else by our names and their common
 * spellings; what is left goes under `custom` as it came. Texts become amounts and ranges where the field needs them.
 */
export function formLead(form: Fields, source: Source, origin: FormOrigin, country: string | undefined): FormLead {
  const hidden = source.form?.honeypot ?? "website";
  const consent = consentFrom(form, origin);
  let lead: Fields = consent ? { consent } : {};
  for (const [name, sent] of Object.entries(form)) {
    const value = typeof sent === "string" ? sent.trim() : sent;
    const taken = name === hidden || (consent !== undefined && consentNames.has(name));
    if (taken || value === "" || value === null || value === undefined) {
      continue;
    }
    for (const [path, made] of placed(targetOf(name, source.fieldMap), name, value, country)) {
      lead = withValueAt(lead, path, valueAt(lead, path) ?? made);
    }
  }
  return { lead, honeypot: String(form[hidden] ?? "") };
}

const consentNames = new Set(["consent", "consentText", "consentVersion", "pageUrl"]);

function placed(
  target: string,
  name: string,
  value: unknown,
  country: string | undefined,
): readonly (readonly [string, unknown])[] {
  const text = typeof value === "string" ? value : undefined;
  switch (target) {
    case "custom":
      return isFields(value) && name === "custom"
        ? Object.entries(value).map(([key, each]) => [`custom.${plainName(key)}`, raw(each)] as const)
        : [[`custom.${plainName(name)}`, raw(value)]];
    case "attribution":
      return [[`attribution.${name}`, String(value).slice(0, 500)]];
    case "name":
      return Object.entries(splitName(String(value)));
    case "company":
      return text === undefined ? [["company", value]] : [["company.name", text]];
    case "budget":
      return text === undefined ? [["budget", value]] : [["budget", budgetFrom(text, country)]];
    case "budget.min":
    case "budget.max":
      return amountParts(target, value, country);
    case "price":
    case "property.price":
    case "property.estimatedValue":
      return text === undefined ? [[target, value]] : [[target, moneyFrom(text, country)]];
    default:
      return [[target, target.startsWith("custom.") ? raw(value) : value]];
  }
}

function amountParts(target: string, value: unknown, country: string | undefined) {
  const money = moneyFrom(String(value), country);
  return money
    ? ([
        [target, money.amount],
        ["budget.currency", money.currency],
      ] as const)
    : [];
}

function raw(value: unknown): string | number | boolean {
  if (typeof value === "boolean" || (typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER))
    return value;
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 5000);
}

/** Worth telling the visitor about: without them nobody can answer. */
const needed = new Set(["email", "phone", "message"]);

/**
 * The lead with the named fields moved under `custom` as they came: what a customer's form asks need not be what our field
 * takes, and no lead is lost over it. Undefined when a field that is needed is among them.
 */
export function withMisfitsKept(lead: Fields, misfits: readonly string[]): Fields | undefined {
  if (misfits.length === 0 || misfits.some((name) => needed.has(name))) {
    return undefined;
  }
  return misfits.reduce<Fields>((kept, name) => {
    const { [name]: value, ...rest } = kept;
    return name === "custom" ? rest : withValueAt(rest, `custom.${name}`, raw(value));
  }, lead);
}
