import type { Source } from "../../schemas/source.ts";
import { budgetFrom, moneyFrom } from "./amounts.ts";
import { type Fields, isFields, isLeadField, valueAt, withValueAt } from "./field-paths.ts";
import { consentFrom, type FormOrigin } from "./form-consent.ts";
import { splitName } from "./person-name.ts";
import { oneLine } from "./plain-text.ts";

/** Other names under which forms commonly send our fields; a source's `fieldMap` comes first. */
const otherNames: Readonly<Record<string, string>> = {
  firstname: "firstName",
  vorname: "firstName",
  givenname: "firstName",
  lastname: "lastName",
  nachname: "lastName",
  familyname: "lastName",
  surname: "lastName",
  mail: "email",
  emailaddress: "email",
  telefon: "phone",
  tel: "phone",
  telephone: "phone",
  mobil: "phone",
  phonenumber: "phone",
  telefonnummer: "phone",
  plz: "postalCode",
  zip: "postalCode",
  zipcode: "postalCode",
  postcode: "postalCode",
  postleitzahl: "postalCode",
  ort: "city",
  stadt: "city",
  land: "country",
  sprache: "language",
  firma: "company.name",
  companyname: "company.name",
  nachricht: "message",
  anliegen: "interest",
  interesse: "interest",
  zeitraum: "timeline",
  budgetmin: "budget.min",
  budgetmax: "budget.max",
  utmcampaign: "campaign",
};

/** Fields a visitor may not set: they say what the lead is worth, whose it is, or which lead it is. A field map may. */
const notForVisitors = new Set(
  "externalId score temperature exclusivity shares submittedAt channel firstContactBy accountId test engagement attribution".split(
    " ",
  ),
);
const tracking = /^(utm_[a-z]+|gclid|gbraid|wbraid|fbclid|msclkid|ttclid|li_fat_id)$/;

/** A submitted form as the JSON lead it stands for (not yet checked), and what its hidden field held. */
export interface FormLead {
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

/** Our field for a form's name: a path, or `custom`, `attribution` and `name` for what those hold. */
function targetOf(name: string, fieldMap: Source["fieldMap"]): string {
  const mapped = fieldMap?.[name];
  if (mapped !== undefined) return isLeadField(mapped) || mapped === "name" ? mapped : `custom.${plainName(mapped)}`;
  if (tracking.test(name) && name !== "utm_campaign") return "attribution";
  const top = name.split(".")[0] ?? "";
  if (isLeadField(name) && !notForVisitors.has(top)) return name;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return plain === "name" || plain === "fullname" ? "name" : (otherNames[plain] ?? "custom");
}

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

/** Dots would be read as a path; 128 characters are what `custom` takes. */
const plainName = (name: string): string => oneLine(name).replaceAll(".", "_").slice(0, 128) || "unnamed";

function raw(value: unknown): string | number | boolean {
  if (typeof value === "number" || typeof value === "boolean") return value;
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
