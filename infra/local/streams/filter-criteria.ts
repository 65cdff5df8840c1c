import * as z from "zod";

/** A filter pattern of Lambda event source mappings and SNS: nested names down to lists of accepted values. */
export type Pattern = { readonly [name: string]: Pattern | readonly Matcher[] };

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const matcherSchema = z.union([
  scalar,
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ suffix: z.string() }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({
    "anything-but": z.union([
      scalar,
      z.array(scalar),
      z.strictObject({ prefix: z.union([z.string(), z.array(z.string())]) }),
    ]),
  }),
  z.strictObject({ numeric: z.array(z.union([z.string(), z.number()])) }),
  z.strictObject({ "equals-ignore-case": z.string() }),
]);

type Matcher = z.infer<typeof matcherSchema>;

/** Any other matcher is refused, so that a filter never silently passes or drops everything. */
export const patternSchema: z.ZodType<Pattern> = z.record(
  z.string().refine((name) => name !== "$or", "$or is not supported by the local runner"),
  z.union([z.array(matcherSchema), z.lazy(() => patternSchema)]),
);

/** Whether `value` has what every name of the pattern asks for. */
export function matchesPattern(pattern: Pattern, value: unknown): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    const actual =
      typeof value === "object" && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
    if (Array.isArray(expected)) return matchesAny(expected, actual);
    return matchesPattern(expected as Pattern, actual);
  });
}

/** Whether one of the matchers accepts the value; a list is accepted when one of its entries is. */
function matchesAny(matchers: readonly Matcher[], actual: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(actual) ? actual : [actual];
  return matchers.some((matcher) => values.some((value) => accepts(matcher, value)));
}

function accepts(matcher: Matcher, value: unknown): boolean {
  if (typeof matcher !== "object" || matcher === null) return value === matcher;
  if ("exists" in matcher) return (value !== undefined) === matcher.exists;
  if (value === undefined) return false;
  if ("prefix" in matcher) return typeof value === "string" && value.startsWith(matcher.prefix);
  if ("suffix" in matcher) return typeof value === "string" && value.endsWith(matcher.suffix);
  if ("equals-ignore-case" in matcher) {
    return typeof value === "string" && value.toLowerCase() === matcher["equals-ignore-case"].toLowerCase();
  }
  if ("numeric" in matcher) return typeof value === "number" && inRange(matcher.numeric, value);
  const excluded = matcher["anything-but"];
  if (typeof excluded === "object" && excluded !== null && "prefix" in excluded) {
    return typeof value === "string" && ![excluded.prefix].flat().some((prefix) => value.startsWith(prefix));
  }
  return ![excluded].flat().some((entry) => entry === value);
}

/** `["<", 5]` or `[">=", 1, "<", 5]`. */
function inRange(comparison: readonly (string | number)[], value: number): boolean {
  for (let i = 0; i < comparison.length; i += 2) {
    const limit = Number(comparison[i + 1]);
    const holds = {
      "=": value === limit,
      "<": value < limit,
      "<=": value <= limit,
      ">": value > limit,
      ">=": value >= limit,
    };
    const operator = Object.entries(holds).find(([name]) => name === comparison[i]);
    if (operator === undefined) throw new Error(`Unknown numeric comparison ${String(comparison[i])} in a filter`);
    if (!operator[1]) return false;
  }
  return true;
}
