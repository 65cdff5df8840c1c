import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import * as z from "zod";

const script = readFile(new URL("faults-in-page.js", import.meta.url), "utf8");

/**
 * What is wrong with the page for a phone user, or one who hears it instead of seeing it; empty for a good page. Looks at
 * what is visible now: open whatever unfolds before.
 */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  return z.array(z.string()).parse(await page.evaluate(await script));
}
