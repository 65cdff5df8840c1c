import * as z from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const field = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9_-]+)*$/, "use a lead field such as budget.max or custom.garden");

const limit = z.number("gt, gte, lt, lte and between compare numbers: write one without quotes, such as 80");

const comparison = z.discriminatedUnion("op", [
  z.strictObject({ field, op: z.enum(["eq", "ne"]), value: scalar }),
  z.strictObject({ field, op: z.enum(["in", "nin"]), value: z.array(scalar).min(1).max(1000) }),
  z.strictObject({ field, op: z.enum(["gt", "gte", "lt", "lte"]), value: limit }),
  z.strictObject({ field, op: z.literal("between"), value: z.tuple([limit, limit]) }),
  z.strictObject({ field, op: z.enum(["prefix", "contains"]), value: z.string().min(1) }),
  z.strictObject({ field, op: z.literal("exists"), value: z.boolean().default(true) }),
]);
export type Comparison = z.infer<typeof comparison>;

/** Every operator by its name. */
export const comparisonOp = z.enum([
  ...(["eq", "ne", "in", "nin", "gt", "gte", "lt", "lte"] as const),
  ...(["between", "prefix", "contains", "exists"] as const),
]);

export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** When a rule applies: one comparison of a lead field, or `all`, `any`, `not` of conditions. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      comparison,
      z.strictObject({ all: z.array(condition).max(100) }),
      z.strictObject({ any: z.array(condition).max(100) }),
      z.strictObject({ not: condition }),
    ],
    {
      error: ({ input }) => (isNoCondition(input) ? "give field, op and value, or one of all, any and not" : undefined),
    },
  ),
);

/** Nothing that says which kind of condition is meant. */
function isNoCondition(input: unknown): boolean {
  const names = ["field", "op", "all", "any", "not"];
  return typeof input === "object" && input !== null && !names.some((name) => name in input);
}
