import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvError, parseCsv } from "../../../command/csv.ts";

const cellsOf = (text: string) => parseCsv(text).rows.map(({ cells }) => cells);

describe("a CSV file", () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      "plain",
      "a,b\n1,2\n3,4\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["with semicolons and a byte order mark", "\uFEFFa;b\r\n1;2,5\r\n", [["1", "2,5"]]],
    ["with tabs", "a\tb\n1\t2", [["1", "2"]]],
    ["with quotes, doubled quotes and line breaks in them", 'a,b\n"x, ""y""","1\n2"\n', [['x, "y"', "1\n2"]]],
    ["with short rows and empty lines", "a,b,c\n\n1\n;\n,,\n", [["1"], [";"]]],
    ["of a Mac of old", "a,b\r1,2\r", [["1", "2"]]],
    ["with a separator inside a quoted heading", '"a;b",c\n1,2', [["1", "2"]]],
  ])("%s", (_, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it("counts rows as the file has them", () => {
    expect(parseCsv('a,b\n\n"1\n1",2\n3,4').rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it.each([
    ["", "the file is empty"],
    ["a,b,a\n1,2,3", "the column a is there twice"],
    ['a,b\n1,2\n"x,3\n4,5', "row 3 has a quote that is not closed"],
  ])("%j is refused: %s", (text, message) => {
    expect(() => parseCsv(text)).toThrow(new CsvError(message));
  });

  it("reads what RFC 4180 writes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ü", ",", ";", '"', "\n", "\r\n", " ", "1") });
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, fc.constantFrom(",", ";", "\t"), (table, delimiter) => {
        const lines = [["x", "y", "z"], ...table.map((row) => row.map(quoted))].map((row) => row.join(delimiter));
        const kept = table.filter((row) => row.some((each) => each.trim() !== ""));
        expect(cellsOf(`${lines.join("\r\n")}\r\n`)).toEqual(kept);
      }),
    );
  });
});
