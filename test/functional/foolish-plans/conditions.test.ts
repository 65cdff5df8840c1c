import { beforeAll, expect, it } from "vitest";
import type { AdminDesk } from "../../support/admin-desk.ts";
import { compare, type Foolish, openBrokerage, outcomeOf, when } from "./foolish-desk.ts";

/** Conditions as admins get them wrong: each is refused, warned of, or fine, and nothing else is said. */
let desk: AdminDesk;
beforeAll(async () => {
  desk = await openBrokerage();
});

const is = (field: string, value: unknown) => ({ field, op: "eq", value });
const isNot = (field: string, value: unknown) => ({ field, op: "ne", value });
const at = "/rules/0/when";

it.each<[string, Foolish, readonly string[]]>([
  ["a plain plan", {}, []],
  ["more points than there are", compare("score", "gt", 100), [`warning scoreOutOfReach x ${at}/value`]],
  ["a German word that intake knows", compare("interest", "eq", "Käufer"), []],
  ["a misspelt interest", compare("interest", "eq", "byuer"), [`error neverMatches x ${at}`]],
  ["a German temperature", compare("temperature", "eq", "heiß"), [`error neverMatches x ${at}`]],
  [
    "the same beside a right one",
    when({ any: [is("temperature", "heiß"), is("temperature", "hot")] }),
    [`warning unknownValue x ${at}/any/0/value`],
  ],
  ["an hour after midnight", compare("hour", "gt", 24), [`error neverMatches x ${at}`]],
  [
    "the same as an alternative",
    when({
      any: [
        { field: "hour", op: "gte", value: 24 },
        { field: "hour", op: "lt", value: 7 },
      ],
    }),
    [`warning neverHolds x ${at}/any/0`],
  ],
  ["days by their whole names", compare("weekday", "in", ["Montag", "tue"]), [`warning unknownValue x ${at}/value/0`]],
  [
    "a weekend that is not excluded",
    compare("weekday", "nin", ["saturday", "sunday"]),
    [`warning unknownValue x ${at}/value/0`, `warning unknownValue x ${at}/value/1`],
  ],
  ["a country by its name", compare("country", "eq", "Deutschland"), []],
  ["a country that is none", compare("country", "eq", "Germania"), [`warning unknownValue x ${at}/value`]],
  ["a language by its name", compare("language", "in", ["deutsch", "türkisch"]), []],
  ["a language that is none", compare("language", "ne", "elbisch"), [`warning unknownValue x ${at}/value`]],
  ["a postal code as a number", compare("postalCode", "eq", 1067), [`error neverMatches x ${at}`]],
  ["a postal code without its zero", compare("postalCode", "eq", "1067"), [`warning codeWithoutZero x ${at}/value`]],
  ["the same in Austria", when({ all: [is("country", "AT"), is("postalCode", "1067")] }), []],
  ["a postal code of nowhere", compare("postalCode", "in", ["10115", "00001"]), [`hint strangeCodes x ${at}/value`]],
  ["postal codes as a range", compare("postalCode", "between", [10_000, 12_000]), [`error neverMatches x ${at}`]],
  ["limits the wrong way round", compare("budget.max", "between", [500, 100]), [`error neverMatches x ${at}`]],
  ["a list of nothing", compare("city", "in", []), [`422 ${at}/value must not be empty`]],
  ["the beginning of a number", compare("score", "prefix", "8"), [`error neverMatches x ${at}`]],
  ["a city that is a number", compare("city", "eq", 5), [`error neverMatches x ${at}`]],
  [
    "more than a text",
    compare("score", "gt", "80"),
    [`422 ${at}/value gt, gte, lt, lte and between compare numbers: write one without quotes, such as 80`],
  ],
  ["cents", compare("budget.max", "gte", 45_000_000), [`hint largeAmount x ${at}/value`]],
  ["a group of fields", compare("budget", "gte", 100_000), [`error neverMatches x ${at}`]],
  ["a field in another language", compare("plz", "prefix", "10"), [`warning unknownField x ${at}/field`]],
  ["a part that a field does not have", compare("budget.top", "gt", 1), [`warning unknownField x ${at}/field`]],
  ["what only points may ask", compare("consent.given", "eq", true), [`warning unknownField x ${at}/field`]],
  [
    "points for points",
    { scoring: { rules: [{ when: is("temperature", "hot"), points: 30, why: "hot" }] } },
    ["warning neverMatches - /scoring/rules/0/when"],
  ],
  ["a number as it is dialled", compare("phone", "prefix", "030"), [`warning phoneForm x ${at}/value`]],
  ["a source in capitals", compare("source", "eq", "Website"), []],
  ["a source that does not exist", compare("source", "eq", "wensite"), [`warning unknownSource x ${at}/value`]],
  [
    "not this or not that",
    when({ any: [isNot("city", "Bonn"), isNot("city", "Köln")] }),
    [`warning alwaysMatches x ${at}`],
  ],
  ["nothing in any", when({ any: [] }), [`error neverMatches x ${at}`]],
  [
    "two limits that exclude each other, after other things",
    when({
      all: [
        { any: [is("city", "Bonn"), is("city", "Köln")] },
        { field: "budget.max", op: "gt", value: 500 },
        { field: "budget.max", op: "lt", value: 300 },
      ],
    }),
    [`error neverMatches x ${at}/all/2`],
  ],
])("%s", async (_, plan, expected) => {
  expect(await outcomeOf(desk, plan)).toEqual(expected);
});

it("what was meant is said where it can be told", async () => {
  const fixOf = async (plan: Foolish) => {
    const body = { timezone: "UTC", defaultCountry: "DE", fallback: { type: "pool" }, ...plan };
    const answer = await desk.call("POST /v1/plan/check", { body, headers: { "accept-language": "de" } });
    return JSON.stringify(answer.body);
  };
  expect(await fixOf(compare("temperature", "eq", "heiß"))).toContain("Meinten Sie hot?");
  expect(await fixOf(compare("weekday", "eq", "Sonnabend"))).toContain("Meinten Sie sat?");
  expect(await fixOf(compare("postalCode", "eq", 1067))).toContain('Meinten Sie \\"01067\\"?');
  expect(await fixOf(compare("open", "eq", "ja"))).toContain("Meinten Sie true?");
  expect(await fixOf(compare("score", "eq", "80"))).toContain("Meinten Sie 80?");
  expect(await fixOf(compare("temprature", "eq", "hot"))).toContain("Meinten Sie temperature?");
  expect(await fixOf(compare("Wochentag", "eq", "mon"))).toContain("Meinten Sie weekday?");
  expect(await fixOf(compare("receivedAt", "eq", "today"))).not.toContain("Meinten Sie");
});
