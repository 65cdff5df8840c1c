import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { inGerman } from "../../../shared/runtime/german/german-problem.ts";
import { problemsOf } from "../../../shared/runtime/http/invalid-fields.ts";
import { conflict, invalid, notFound, preconditionFailed, tooLarge } from "../../../shared/runtime/http/problem.ts";

const schemas = new URL("../../../shared/schemas", import.meta.url).pathname;
const words = /(?:(?:error|message):|message =|=>|,|\?|\()\s*(?:\(\{ \w+ \}\) =>\s*)?(["'`])((?:(?!\1)[^\\]){8,})\1/g;

/** Every text of the schemas in which somebody is told something: several words, beginning with a small letter. */
function messages(): readonly string[] {
  const files = readdirSync(schemas, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const texts = files.flatMap((name) => {
    const source = readFileSync(join(schemas, name), "utf8").replaceAll(/^\s*(\/\*\*|\*|\/\/).*$/gm, "");
    return [...source.matchAll(words)].map(([, , text = ""]) => text.replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, "7"));
  });
  return [...new Set(texts)].filter((text) => /^[a-z]\w*( \S+)+$/.test(text));
}

const german = (detail: string) => {
  const { errors } = inGerman(invalid([{ pointer: "/x", detail }]).toJSON());
  return z.array(z.object({ detail: z.string() })).parse(errors)[0]?.detail;
};

describe("a 422 in German", () => {
  it("has German words for everything that a schema says", () => {
    const all = messages();
    expect(all.length).toBeGreaterThan(60);
    expect(all).toContain("use an IANA time zone such as Europe/Berlin");
    expect(all.filter((text) => german(text) === text)).toEqual([]);
  });

  it("leaves no English behind in what the schemas say", () => {
    const english = /\b(the|must|such|than|nothing|number|whole|longer|with|that|not|give|use|be|one|and|or|as)\b/;
    // Names of fields and operators stay as they are.
    const names = /\b(not|any|all|gt, gte, lt, lte and)\b/g;
    const left = messages()
      .map((text) => german(text) ?? "")
      .filter((text) => english.test(text.replace(names, "")));
    expect(left).toEqual([]);
  });

  it("has German words for what is wrong with any kind of value", () => {
    const schema = z.strictObject({
      text: z.string().min(2).max(3),
      short: z.string().min(1),
      count: z.number().int().min(1).max(9),
      above: z.number().gt(0),
      list: z.array(z.string()).max(1),
      choice: z.enum(["a", "b"]),
      exact: z.literal(true),
      nested: z.strictObject({ flag: z.boolean() }),
      map: z.record(z.string().max(2), z.number()),
      url: z.url(),
      either: z.union([z.boolean(), z.number()]),
      mail: z.email(),
    });
    const values = [
      {
        text: 1,
        short: "",
        count: "x",
        above: 0,
        list: {},
        choice: "c",
        exact: false,
        nested: 1,
        map: [],
        mail: "x",
        url: "x",
      },
      { text: "x", count: 1.5, list: ["a", "b"], nested: { flag: null }, extra: 1 },
      { text: "xxxx", count: 10, above: null, list: [1] },
      { count: 0, map: { long: 1, a: "x" }, either: "neither" },
    ];
    for (const value of values) {
      const parsed = schema.safeParse(value);
      const found = parsed.success ? [] : problemsOf(parsed.error);
      expect(found.length).toBeGreaterThan(0);
      for (const { detail } of found) expect(german(detail), detail).not.toBe(detail);
    }
  });

  it.each([
    ["is missing: give a string", "fehlt: geben Sie einen Text an"],
    ["must be a number, not string", "muss eine Zahl sein, nicht ein Text"],
    ["must be one of hot, warm, cold", "muss eines von diesen sein: hot, warm, cold"],
    ["must have at most 1 item", "darf höchstens 1 Eintrag haben"],
    ["must be above the bar of B", "muss über der Schwelle von B liegen"],
    ["must not be below min", "darf nicht unter min liegen"],
    ["there is no agent anna", "den Makler anna gibt es nicht"],
    ["use (odd) [text]", "use (odd) [text]"],
    ["must be longer than nothing, such as PT5M", "muss länger als nichts sein, zum Beispiel PT5M"],
    ["must be a whole number, without decimals", "muss eine ganze Zahl sein, ohne Nachkommastellen"],
  ])("says for %j %j", (english, expected) => expect(german(english)).toBe(expected));

  it("keeps pointers, and says the same in title and detail", () => {
    const problem = invalid([
      { pointer: "/a", detail: "must not be empty" },
      { pointer: "", detail: "nobody knows $& this" },
    ]);
    expect(inGerman(problem.toJSON())).toEqual({
      ...problem.toJSON(),
      title: "Einige Felder brauchen einen anderen Wert",
      detail: "/a: darf nicht leer sein; /: nobody knows $& this",
      errors: [
        { pointer: "/a", detail: "darf nicht leer sein" },
        { pointer: "", detail: "nobody knows $& this" },
      ],
    });
  });
});

describe("other problems in German", () => {
  it.each([
    [notFound("agent"), "Den Makler gibt es nicht, oder nicht für Sie."],
    [tooLarge(1024), "Höchstens 1 KB werden angenommen."],
    [preconditionFailed(3), "If-Match nennt eine andere Fassung"],
    [
      conflict(
        "in-use",
        "It is still in use: open leads ld_1, ld_2 and more; rule vip; backup of ben. Change that first.",
      ),
      "Es wird noch gebraucht: offene Leads ld_1, ld_2 und weitere; Regel vip; Vertretung von ben. Ändern Sie zuerst das.",
    ],
  ])("say what to do", (problem, expected) => {
    expect(inGerman(problem.toJSON())).toMatchObject({
      ...problem.toJSON(),
      title: expect.not.stringMatching(problem.problem.title),
      detail: expect.stringContaining(expected),
    });
  });

  it("stay in one language when there are no German words", () => {
    const problem = conflict("other", "Something that nobody has translated.").toJSON();
    expect(inGerman(problem)).toEqual(problem);
  });
});
