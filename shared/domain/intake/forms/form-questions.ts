import type { Locale } from "../../../schemas/primitives.ts";

/** One field a form asks for (A7). */
export interface FormQuestion {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "email" | "tel" | "textarea" | "select" | "checkbox";
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Asked when the source names no fields: seven, of which an e-mail address or a phone number is needed. */
const usual = ["firstName", "lastName", "email", "phone", "interest", "postalCode", "message"] as const;

const labels: Readonly<Record<string, readonly [de: string, en: string]>> = {
  name: ["Name", "Name"],
  firstName: ["Vorname", "First name"],
  lastName: ["Nachname", "Last name"],
  email: ["E-Mail-Adresse", "E-mail address"],
  phone: ["Telefonnummer", "Phone number"],
  alternatePhone: ["Weitere Telefonnummer", "Other phone number"],
  "company.name": ["Unternehmen", "Company"],
  company: ["Unternehmen", "Company"],
  jobTitle: ["Position", "Job title"],
  interest: ["Ihr Anliegen", "What can we do for you?"],
  propertyType: ["Art der Immobilie", "Type of property"],
  budget: ["Budget", "Budget"],
  timeline: ["Zeitraum", "When"],
  postalCode: ["Postleitzahl", "Postal code"],
  city: ["Ort", "City"],
  message: ["Nachricht", "Message"],
  consent: ["Einwilligung", "Consent"],
};

const options: Readonly<Record<string, Readonly<Record<string, readonly [de: string, en: string]>>>> = {
  interest: {
    buyer: ["Kaufen", "Buy"],
    seller: ["Verkaufen", "Sell"],
    renter: ["Mieten", "Rent"],
    landlord: ["Vermieten", "Let"],
    investor: ["Anlegen", "Invest"],
    other: ["Etwas anderes", "Something else"],
  },
  timeline: {
    now: ["Sofort", "Now"],
    "3m": ["In 3 Monaten", "Within 3 months"],
    "6m": ["In 6 Monaten", "Within 6 months"],
    "12m": ["In einem Jahr", "Within a year"],
    unknown: ["Noch offen", "Not sure yet"],
  },
};

const types: Readonly<Record<string, FormQuestion["type"]>> = {
  email: "email",
  phone: "tel",
  alternatePhone: "tel",
  message: "textarea",
  interest: "select",
  timeline: "select",
  consent: "checkbox",
};

/** What people call a field; its own name when we have no other. */
function fieldLabel(name: string, locale: Locale): string {
  return labels[name]?.[locale === "de" ? 0 : 1] ?? name;
}

/** The fields a form asks for, in the source's order (A7). */
export function formQuestions(fields: readonly string[] | undefined, locale: Locale): readonly FormQuestion[] {
  return (fields ?? usual).map((name) => {
    const choices = options[name];
    return {
      name,
      label: fieldLabel(name, locale),
      type: types[name] ?? "text",
      ...(choices === undefined
        ? {}
        : {
            options: Object.entries(choices).map(([value, [de, en]]) => ({ value, label: locale === "de" ? de : en })),
          }),
    };
  });
}
