/** Markup that is safe to send: made by `html`, which escapes every value that is not markup itself. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | undefined | false | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const markup = parts.reduce((page, part, index) => page + written(values[index - 1]) + part);
  return { markup };
}

function written(value: Value): string {
  if (value === undefined || value === false) {
    return "";
  }
  if (typeof value === "object") {
    return "markup" in value ? value.markup : value.map((each) => each.markup).join("");
  }
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
