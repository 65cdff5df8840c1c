import type { Source } from "../../../schemas/source.ts";
import { oneLine } from "../facts/plain-text.ts";
import { isLeadField } from "../field-paths.ts";

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

/** Our field for a form's name: a path, or `custom`, `attribution` and `name` for what those hold. */
export function targetOf(name: string, fieldMap: Source["fieldMap"]): string {
  const mapped = fieldMap && Object.hasOwn(fieldMap, name) ? fieldMap[name] : undefined;
  if (mapped !== undefined) return isLeadField(mapped) || mapped === "name" ? mapped : `custom.${plainName(mapped)}`;
  if (tracking.test(name) && name !== "utm_campaign") return "attribution";
  const top = name.split(".")[0] ?? "";
  if (isLeadField(name) && !notForVisitors.has(top)) return name;
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (plain === "name" || plain === "fullname") return "name";
  return (Object.hasOwn(otherNames, plain) ? otherNames[plain] : undefined) ?? "custom";
}

/** Dots would be read as a path; 128 characters are what `custom` takes. */
export const plainName = (name: string): string => oneLine(name).replaceAll(".", "_").slice(0, 128) || "unnamed";
