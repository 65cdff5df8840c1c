import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../../../command/csv.ts";
import { csvOf } from "../../../shared/runtime/http/csv.ts";

test("cells are quoted where they must be, numbers and nothing are not", () => {
  const rows = [
    ["Müller, Anna", 'says "no"', "two\nlines", -1.5, undefined, ""],
    ["plain", "", "x", 0, 7, "last"],
  ];
  expect(csvOf(["a", "b", "c", "d", "e", "f"], rows)).toBe(
    '\uFEFFa,b,c,d,e,f\r\n"Müller, Anna","says ""no""","two\nlines",-1.5,,\r\nplain,,x,0,7,last\r\n',
  );
});

test.each(["=HYPERLINK(1)", "+49171", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
  "%j is shown, not computed",
  (text) => {
    expect(parseCsv(csvOf(["name"], [[text]])).rows[0]?.cells).toEqual([`'${text}`]);
  },
);

test("whatever is written is read again as it was, but for the apostrophe", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."ab ,;\"\n='-1ü") });
  const row = fc.tuple(cell, cell).filter((cells) => cells.join("").trim() !== "");
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const read = parseCsv(csvOf(["x", "y"], rows)).rows.map(({ cells }) => cells);
      expect(read).toEqual(rows.map((cells) => cells.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text))));
    }),
  );
});
