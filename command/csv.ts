/** A table out of a file: the names of its columns, and its rows as text. */
export interface Csv {
  readonly columns: readonly string[];
  /** `row` counts the lines of the file, the heading being 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A file that is no table; the message says where. */
export class CsvError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CsvError";
  }
}

/**
 * Reads CSV as RFC 4180 has it, and as spreadsheets write it: comma, semicolon or tab (whichever the heading has most
 * of), quoted cells with line breaks and doubled quotes, a byte order mark, any line ends. Empty lines are skipped.
 * @throws CsvError for a quote that is not closed, a heading without columns or with one twice
 */
export function parseCsv(text: string): Csv {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const records = [...recordsOf(source, delimiterOf(source))];
  const [heading, ...rest] = records;
  if (heading === undefined) throw new CsvError("the file is empty");
  const columns = heading.cells.map((cell) => cell.trim());
  const twice = columns.find((name, i) => name !== "" && columns.indexOf(name) !== i);
  if (twice !== undefined) throw new CsvError(`the column ${twice} is there twice`);
  return { columns, rows: rest };
}

/** The separator that the heading has most of, outside quotes. */
function delimiterOf(text: string): string {
  const [heading = ""] = text.split(/\r\n|\r|\n/, 1);
  const bare = heading.replace(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}

const lineEnd = /\r\n|\r|\n/y;

function* recordsOf(text: string, delimiter: string): Generator<Csv["rows"][number]> {
  const cell = new RegExp(`[^${delimiter}\r\n]*`, "y");
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row = line;
    const cells: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const end = endOfQuoted(text, at, row);
        const raw = text.slice(at + 1, end);
        line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
        cells.push(raw.replaceAll('""', '"'));
        at = end + 1;
        cell.lastIndex = at;
        at += (cell.exec(text)?.[0] ?? "").length;
      } else {
        cell.lastIndex = at;
        const [bare = ""] = cell.exec(text) ?? [];
        cells.push(bare);
        at += bare.length;
      }
      if (text[at] !== delimiter) break;
      at += 1;
    }
    lineEnd.lastIndex = at;
    at += (lineEnd.exec(text)?.[0] ?? "").length;
    line += 1;
    if (cells.some((each) => each.trim() !== "")) yield { row, cells };
  }
}

/** The position of the closing quote of the cell that opens at `start`. */
function endOfQuoted(text: string, start: number, row: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  throw new CsvError(`row ${row} has a quote that is not closed`);
}
