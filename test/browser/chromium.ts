import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const flags = [
  ...["--headless", "--no-sandbox", "--disable-quic", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

/** The machine's Chromium; Playwright brings none of its own here. Throws, saying how to get it, when there is none. */
export function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: install it (apt-get install chromium) or name one with CHROMIUM_PATH.`,
    );
  }
  return chromium.launch({ executablePath, args: flags });
}

/** A small phone that runs no scripts: the pages must do without. */
export const phone = {
  viewport: { width: 360, height: 660 },
  javaScriptEnabled: false,
  isMobile: true,
  hasTouch: true,
} as const;
