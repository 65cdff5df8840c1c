import type * as z from "zod";
import type { ProblemError } from "./problem.ts";

/** JSON pointers and plain words for what zod found. */
export function problemsOf(error: z.ZodError): readonly ProblemError[] {
  return firstOfShapes(error.issues.flatMap((issue) => problemsIn(issue, [])));
}

/** Of what is wrong in lists of lists, which only a shape's positions are, the first: mostly all are wrong for one reason. */
function firstOfShapes(problems: readonly ProblemError[]): readonly ProblemError[] {
  const shapes = problems.map(({ pointer }) => /^(.*?)\/\d+\/\d+(\/|$)/.exec(pointer)?.[1]);
  return problems.filter((_, i) => shapes[i] === undefined || shapes.indexOf(shapes[i]) === i);
}

type Issue = z.ZodError["issues"][number];

function problemsIn(issue: Issue, above: readonly PropertyKey[]): readonly ProblemError[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const detail = "unknown field: remove it or check its spelling";
    return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), detail }));
  }
  const meant = issue.code === "invalid_union" && issue.message === unionMessage ? closest(issue.errors) : undefined;
  return meant?.flatMap((each) => problemsIn(each, path)) ?? [{ pointer: pointerOf(path), detail: wordsOf(issue) }];
}

/** Zod's own messages say what they expected; these say what to do. A schema's own words stay. */
function wordsOf({ message }: Issue): string {
  const limit = limitWords(message);
  if (limit !== undefined) return limit;
  if (message === "Invalid email address") return "use an e-mail address such as name@example.com";
  if (message === "Invalid URL") return "use an address such as https://www.example.com";
  if (message === "Invalid key in record") return "has a name that is empty or too long";
  const [, literal] = /^Invalid input: expected "?([^",]+)"?$/.exec(message) ?? [];
  if (literal !== undefined) return `must be ${literal}`;
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (expected === "int" && received === "number") return "must be a whole number, without decimals";
  if (expected !== undefined) {
    const kind = expected === "int" ? "whole number" : expected;
    const wanted = `${/^[aeio]/.test(kind) ? "an" : "a"} ${kind}`;
    return received === "undefined" ? `is missing: give ${wanted}` : `must be ${wanted}, not ${received}`;
  }
  const [, options] = /^Invalid (?:discriminator value\. Expected|option: expected one of) (.+)$/.exec(message) ?? [];
  return options === undefined
    ? message
    : `must be one of ${options
        .replaceAll(/["']/g, "")
        .split(/ ?\| ?/)
        .join(", ")}`;
}

/** Too much or too little of something: `Too small: expected string to have >=1 characters`. */
function limitWords(message: string): string | undefined {
  const [, sign = "", limit = "", unit] =
    /^Too (?:small|big): expected \w+ to (?:be|have) ([<>]=?)(\S+)(?: (\w+))?$/.exec(message) ?? [];
  if (limit === "") return undefined;
  if (unit === undefined)
    return `must be ${{ ">=": "at least", "<=": "at most", ">": "above" }[sign] ?? "below"} ${limit}`;
  if (sign === ">=" && limit === "1") return "must not be empty";
  return `must have at ${sign.startsWith(">") ? "least" : "most"} ${limit} ${limit === "1" ? unit.replace(/s$/, "") : unit}`;
}

/** What zod says of alternatives that were not given words of their own. */
const unionMessage = "Invalid input";

/** Of several alternatives the one that was probably meant: where the least is wrong. */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const wrong = (issues: readonly Issue[]) => issues.reduce((sum, issue) => sum + weightOf(issue), 0);
  return alternatives.toSorted((a, b) => wrong(a) - wrong(b))[0];
}

/** Another kind of value altogether, such as `false` in place of an object: more than all mistakes within what was meant. */
const otherKind = 1000;

/** Without the field that tells alternatives apart, nothing of them was recognised: that weighs more than one mistake. */
function weightOf(issue: Issue): number {
  if (issue.code === "unrecognized_keys") return issue.keys.length;
  if (issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value")) return otherKind;
  return issue.code === "invalid_union" && issue.discriminator !== undefined ? 2 : 1;
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
