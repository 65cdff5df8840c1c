import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = ["README.md", ...globSync("docs/**/*.md")];
const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]+)?\)/g;

test.each(pages)("every link of %s leads to a file, and every anchor to a heading", (page) => {
  const text = readFileSync(page, "utf8");
  const broken = [...text.matchAll(link)].flatMap(([, path = "", anchor]) => {
    const file = join(dirname(page), path);
    if (!existsSync(file)) return [path];
    return anchor !== undefined && file.endsWith(".md") && !anchorsOf(file).has(anchor) ? [path + anchor] : [];
  });
  expect(broken).toEqual([]);
});

/** As GitHub makes them: lower case, spaces as hyphens, punctuation gone. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = readFileSync(file, "utf8").match(/^#+ .+$/gm) ?? [];
  return new Set(
    headings.map((heading) => {
      const words = heading.replace(/^#+ /, "").toLowerCase();
      return `#${words.replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-")}`;
    }),
  );
}
