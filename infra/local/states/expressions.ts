import jsonata from "jsonata";
import { expressionProblems, type Readable } from "./definition/expression-rules.ts";
import { isJsonObject, type Json, type JsonObject } from "./definition/json.ts";
import { type DefinitionProblem, pointerTo } from "./definition/unsupported-definition.ts";
import { addFunctions } from "./jsonata-functions.ts";
import { queryEvaluationError, StateFailed } from "./steps/failure.ts";

/** What an expression sees: `states` (`$states`) and the execution's variables by name. */
export type Bindings = Readonly<Record<string, Json>>;

/** A field compiled once and evaluated each time its state needs it; throws StateFailed when AWS would. */
export type Template = (bindings: Bindings) => Promise<Json>;

/** `path`: where the field stands in the definition; `field`: its name within the state, as AWS reports it. */
export interface Place {
  readonly path: readonly PropertyKey[];
  readonly field: string;
  readonly readable: Readable;
  readonly report: (problem: DefinitionProblem) => void;
}

const EXPRESSION = /^\{%([\s\S]*)%\}$/;

/** A field's value with each `{% … %}` string inside it, at any depth, replaced by what the expression answers. */
export function compileTemplate(value: Json, place: Place): Template {
  if (typeof value === "string") return compileString(value, place);
  if (Array.isArray(value)) {
    const items = value.map((item: Json, index) => compileTemplate(item, at(place, index, `[${index}]`)));
    return (bindings) => inOrder(items, bindings);
  }
  if (!isJsonObject(value)) return async () => value;
  const keys = Object.keys(value);
  const fields = Object.entries(value).map(([key, inner]) => compileTemplate(inner, at(place, key, `/${key}`)));
  return async (bindings) => {
    const values = await inOrder(fields, bindings);
    return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null])) satisfies JsonObject;
  };
}

const at = (place: Place, key: PropertyKey, suffix: string): Place => ({
  ...place,
  path: [...place.path, key],
  field: place.field + suffix,
});

/** One after the other, so that the same input always does the same things in the same order. */
async function inOrder(templates: readonly Template[], bindings: Bindings): Promise<readonly Json[]> {
  const values: Json[] = [];
  for (const template of templates) values.push(await template(bindings));
  return values;
}

function compileString(text: string, place: Place): Template {
  const report = (message: string) => place.report({ pointer: pointerTo(place.path), message });
  const source = EXPRESSION.exec(text)?.[1]?.trim();
  if (source === undefined) {
    if (/^\s*\{%|%\}\s*$/.test(text))
      report("an expression must start with {% and end with %}, with nothing around it");
    return async () => text;
  }
  try {
    const expression = jsonata(source);
    addFunctions(expression);
    for (const problem of expressionProblems(expression.ast(), place.readable)) report(problem);
    return (bindings) => evaluate(expression, bindings, source, place.field);
  } catch (error) {
    report(`invalid JSONata: ${messageOf(error)}`);
    return async () => text;
  }
}

async function evaluate(
  expression: jsonata.Expression,
  bindings: Bindings,
  source: string,
  field: string,
): Promise<Json> {
  const where = `The JSONata expression '${source}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await expression.evaluate(undefined, bindings);
  } catch (error) {
    throw new StateFailed(queryEvaluationError(`${where} threw an error. ${messageOf(error)}`));
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new StateFailed(queryEvaluationError(`${where} returned nothing (undefined).`));
  return JSON.parse(text);
}

/** JSONata throws plain objects with `code` and `message`. */
function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return String(error);
  return "code" in error ? `${error.code}: ${error.message}` : String(error.message);
}
