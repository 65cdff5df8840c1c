import { expect, it } from "vitest";
import { problemsOf } from "../../../shared/runtime/http/invalid-fields.ts";
import { condition } from "../../../shared/schemas/plan/condition.ts";

const wrong = { field: "score", op: "gt", value: "80" };

it.each([
  [wrong, "/value", /compare numbers: write one without quotes/],
  [{ all: [wrong] }, "/all/0/value", /compare numbers: write one without quotes/],
  [
    { any: [{ not: { all: [{ field: "city", op: "eq", value: "Bonn" }, wrong] } }] },
    "/any/0/not/all/1/value",
    /number/,
  ],
  [{ all: [{ field: "score", op: ">", value: 80 }] }, "/all/0/op", /^must be one of eq, ne/],
  [{ field: "score", value: 80 }, "/op", /^must be one of eq, ne/],
  [{ all: [{ field: "", op: "eq", value: 1 }] }, "/all/0/field", /such as budget\.max/],
  [{ all: [], any: [] }, "/any", /^unknown field/],
  [{ al: [] }, "", /all, any and not/],
  [{ all: [{ al: [] }] }, "/all/0", /all, any and not/],
  [{}, "", /all, any and not/],
])("a refused condition says exactly where and what to do: %j", (when, pointer, words) => {
  const { error } = condition.safeParse(when);
  expect(error && problemsOf(error)).toEqual([{ pointer, detail: expect.stringMatching(words) }]);
});
