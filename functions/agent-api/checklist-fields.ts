import { amountOf } from "./amount.ts";

/**
 * The answers of a checklist's form by criterion: `yes.<id>` a ticked box, `shown.<id>` a box that was there, `text.<id>`
 * and `number.<id>` what was entered; an empty field is no answer. The other fields of the form are `rest`.
 */
export function checklistFields(fields: Readonly<Record<string, unknown>>): {
  readonly checklist: Readonly<Record<string, unknown>> | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
} {
  const checklist: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [, kind, id = ""] = /^(shown|yes|text|number)\.(.+)$/.exec(name) ?? [];
    if (kind === undefined) rest[name] = value;
    else if (kind === "shown") checklist[id] = fields[`yes.${id}`] !== undefined;
    else if (kind !== "yes" && String(value).trim() !== "") checklist[id] = answerOf(kind, String(value).trim());
  }
  return { checklist: Object.keys(checklist).length > 0 ? checklist : undefined, rest };
}

/** What cannot be read as a number stays as it was typed, and is refused with its place. */
function answerOf(kind: string, text: string): string | number {
  const amount = kind === "number" ? amountOf(text) : Number.NaN;
  return Number.isFinite(amount) ? amount : text;
}
