import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Product, startProduct } from "../../infra/local/product.ts";
import { openChromium, phone } from "./chromium.ts";
import { pageFaults } from "./page-faults.ts";

const outbox = z.object({ items: z.array(z.object({ kind: z.string(), link: z.string().optional() })) });

/** Where to put pictures for the README, taken at noon: `FAIRLEAD_PICTURES=docs/images npm run test:browser`. */
const pictures = process.env.FAIRLEAD_PICTURES;

let product: Product;
let browser: Browser;
let agent: Page;
/** Requests of both browsers that went anywhere but to the product. */
const strayed: string[] = [];

beforeAll(async () => {
  browser = await openChromium();
  product = await startProduct({ port: 0 });
  if (pictures !== undefined)
    await moveClock({ to: `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:00:00Z` });
  agent = await (await watched(browser.newContext(phone))).newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function watched(opening: Promise<BrowserContext>): Promise<BrowserContext> {
  const context = await opening;
  context.on("request", (request) => {
    if (!request.url().startsWith(product.url)) strayed.push(request.url());
  });
  return context;
}

/** A visitor sends the demo brokerage's form; the thank-you page's text. */
async function sendForm(visitor: { firstName: string; lastName: string; phone: string }): Promise<string> {
  const context = await watched(browser.newContext({ locale: "de-DE" }));
  const page = await context.newPage();
  await page.goto(`${product.url}/demo/form`);
  expect(await pageFaults(page)).toEqual([]);
  await page.getByLabel("First name").fill(visitor.firstName);
  await page.getByLabel("Last name").fill(visitor.lastName);
  await page.getByLabel("E-mail").fill(`${visitor.firstName.toLowerCase()}@example.com`);
  await page.getByLabel("Phone").fill(visitor.phone);
  await page.getByLabel("Property").selectOption("apartment");
  await page.getByLabel("Budget").fill("up to 650,000 €");
  await page.getByLabel("When").selectOption("now");
  await page.getByLabel("Postal code").fill("10115");
  await page.getByLabel("City").fill("Berlin");
  await page.getByLabel("Message").fill("Three rooms with a balcony, please. The financing stands.");
  await page.getByRole("button", { name: "Send" }).click();
  expect(await pageFaults(page)).toEqual([]);
  const text = (await page.locator("main").textContent()) ?? "";
  await context.close();
  await product.cloud.settle();
  return text;
}

/** The links of the offers told so far, oldest first. */
async function offers(): Promise<readonly string[]> {
  const { items } = outbox.parse(await (await fetch(`${product.url}/_local/outbox`)).json());
  const links = items.flatMap(({ kind, link }) => (kind === "offer" && link !== undefined ? [link] : []));
  return [...new Set(links)];
}

/** Opens a link as the agent; checks what holds for every page, and answers its text. */
async function open(link: string, status = 200): Promise<string> {
  const response = await agent.goto(link);
  expect(response?.status()).toBe(status);
  expect((await response?.body())?.length).toBeLessThan(15 * 1024);
  return seen();
}

/** Taps a button (of the part that is unfolded, if one is) and waits for the page it leads to. */
async function tapOn(name: string): Promise<string> {
  const unfolded = agent.locator("details[open]");
  const within = (await unfolded.count()) > 0 ? unfolded : agent.locator("main");
  const loaded = agent.waitForEvent("load");
  await within.getByRole("button", { name, exact: true }).tap();
  await loaded;
  await product.cloud.settle();
  return seen();
}

async function unfold(name: string): Promise<void> {
  await agent.locator("summary", { hasText: name }).tap();
}

async function seen(): Promise<string> {
  expect(await pageFaults(agent)).toEqual([]);
  return (await agent.locator("main").textContent()) ?? "";
}

async function moveClock(move: { readonly advance: string } | { readonly to: string }): Promise<void> {
  const { ok } = await fetch(`${product.url}/_local/clock`, { method: "POST", body: JSON.stringify(move) });
  expect(ok).toBe(true);
}

async function picture(name: string): Promise<void> {
  if (pictures !== undefined) await agent.screenshot({ path: `${pictures}/${name}.png` });
}

describe("from the form to the deal, on a phone without scripts", () => {
  it("thanks the visitor in the language of the browser", async () => {
    expect(await sendForm({ firstName: "Mia", lastName: "Beispiel", phone: "+491713920050" })).toContain("Vielen Dank");
  });

  it("shows the agent what is wanted and how long the offer stands, but not whom to call", async () => {
    const [link = ""] = await offers();
    const text = await open(link);
    expect(text).toContain("Mia B.");
    expect(text).toMatch(/Accept by (\w+ )?\d\d:\d\d · \d minutes left/);
    expect(text).toMatch(/buying.*apartment.*up to €650,000.*now.*10115 Berlin/s);
    expect(await agent.content()).not.toMatch(/Beispiel|3920050|mia@|balcony/);
    await picture("offer");
  });

  it("gives the contact data once the offer is accepted", async () => {
    const text = await tapOn("Accept");
    expect(text).toContain("This lead is yours now.");
    expect(text).toContain("Mia Beispiel");
    expect(text).toMatch(/First contact by/);
    expect(text).toContain("balcony");
    expect(await agent.getByRole("link", { name: "Call" }).getAttribute("href")).toBe("tel:+491713920050");
    expect(await agent.getByRole("link", { name: "E-mail" }).getAttribute("href")).toBe("mailto:mia@example.com");
    await picture("accepted");
  });

  it("logs the call with one tap, then asks what comes next", async () => {
    const text = await tapOn("Reached");
    expect(text).toContain("✓ Saved.");
    expect(text).not.toMatch(/First contact by/);
    expect(text.indexOf("What comes next?")).toBeLessThan(text.indexOf("Another call?"));
  });

  it("makes an appointment in the agent's own time", async () => {
    await unfold("Appointment made");
    await agent.getByLabel("When?").fill("2030-03-12T10:30");
    expect(await tapOn("Save")).toMatch(/Appointment: Tue, 12 Mar,? .*10:30|Appointment: Tue, Mar 12,? 10:30/);
  });

  it("wins the deal, for an amount as people write it", async () => {
    await unfold("Won");
    await agent.getByLabel("Value of the deal in EUR").fill("450,000");
    expect(await tapOn("Save")).toContain("Congratulations!");
    const headers = { authorization: `Bearer ${await product.token("admin", ["admin"])}` };
    const won = await (await fetch(`${product.url}/v1/leads?status=converted`, { headers })).json();
    expect(won).toMatchObject({ items: [{ value: { amount: 450_000, currency: "EUR" } }] });
  });
});

describe("links that open no lead", () => {
  it("says that the time is over, and later that somebody else has the lead", async () => {
    await sendForm({ firstName: "Jo", lastName: "Muster", phone: "+491713920051" });
    const [, first = ""] = await offers();
    await open(first);
    await moveClock({ advance: "PT6M" });
    const second = (await offers()).at(-1) ?? "";
    expect(second).not.toBe(first);
    expect(await open(first, 410)).toContain("This offer has ended");

    await open(second);
    await tapOn("Accept");
    expect(await open(first, 410)).toContain("This lead is no longer with you");
  });

  it("thanks who declines", async () => {
    await sendForm({ firstName: "Ali", lastName: "Muster", phone: "+491713920052" });
    await open((await offers()).at(-1) ?? "");
    await unfold("Decline");
    expect(await tapOn("Not my area")).toContain("Declined, thank you");
  });

  it("does not know a link that nobody sent", async () => {
    expect(await open(`${product.url}/o/AAAAAAAAAAAAAAAAAAAAAA`, 404)).toContain("We do not know this link");
  });
});

it("asked nobody else for anything", () => {
  expect(strayed).toEqual([]);
});
