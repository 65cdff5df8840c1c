import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buyerMessage } from "../../functions/agent-api/pages/buyer-message.ts";
import { claimPage } from "../../functions/agent-api/pages/claim-page.ts";
import { type MessageKind, messagePage } from "../../functions/agent-api/pages/message-page.ts";
import { offerPage } from "../../functions/agent-api/pages/offer-page.ts";
import { workPage } from "../../functions/agent-api/pages/work-page.ts";
import { pastShareTexts } from "../../functions/agent-api/problems/share-problems.ts";
import { checkPage, thankYouPage, tryLaterPage } from "../../functions/intake/form-pages.ts";
import type { Locale } from "../../shared/schemas/primitives.ts";
import type { HandoverView } from "../../shared/usecases/handover-view.ts";
import { openChromium, phone } from "./chromium.ts";
import { pageFaults } from "./page-faults.ts";

/** A lead that has everything, at the lengths that break a layout. */
const lead = {
  temperature: "hot",
  name: "Maximiliane-Friederike von Hohenzollern-Sonnenberg",
  facts: {
    email: "maximiliane-friederike.von-hohenzollern-sonnenberg@immobilien-anfragen.example.com",
    phone: "+491713920050",
    interest: "buyer",
    propertyType: "semiDetached",
    budget: { min: 450_000, max: 1_250_000, currency: "EUR" },
    timeline: "3m",
    postalCode: "10115",
    city: "Berlin-Charlottenburg-Wilmersdorf",
    language: "de",
    message:
      "Wir suchen ein Haus mit Garten.\nhttps://www.example.com/ein/sehr/langer/link/ohne/jede/trennstelle/darin",
  },
  currency: "EUR",
} as const;
const criterion = { required: true, met: false } as const;
const toQualify: HandoverView = {
  side: "buyer",
  ready: false,
  criteria: [
    { ...criterion, id: "incomeVerified", label: "Einkommen geprüft", type: "yesNo", met: true, found: true },
    { ...criterion, id: "preApproval", label: "Finanzierungszusage", type: "yesNo" },
    { ...criterion, id: "areas", label: "Gesuchte Lagen", type: "text" },
  ],
  missing: ["preApproval", "areas"],
};
const kinds = {
  expired: 1,
  taken: 1,
  missed: 1,
  looked: 1,
  declined: 1,
  won: 1,
  closed: 1,
  handedOver: 1,
  unknown: 1,
  unreadable: 1,
  changed: 1,
  problem: 1,
} satisfies Record<MessageKind, 1>;

function pagesIn(locale: Locale): Readonly<Record<string, string>> {
  const work = { ...lead, locale, attempts: 2 };
  return {
    offer: offerPage({ ...lead, locale, until: "14:05", secondsLeft: 190, secondsInAll: 300 }),
    "cold offer": offerPage({
      ...lead,
      locale,
      temperature: "cold",
      until: "17:05",
      secondsLeft: 14_000,
      secondsInAll: 14_400,
    }),
    "to claim": claimPage({ ...lead, locale, until: "14:05" }),
    "not to claim now": claimPage({
      ...lead,
      locale,
      obstacle: { title: "Zu viele offene Leads", detail: "Mehr als 15 offene Leads auf einmal gehen nicht." },
    }),
    accepted: workPage({ ...work, status: "accepted", contactBy: "14:15", saved: "accept" }),
    contacted: workPage({ ...work, status: "contacted", saved: "contact" }),
    "to qualify": workPage({ ...work, status: "contacted", handover: toQualify }),
    "to hand over": workPage({ ...work, status: "qualified", handover: { ...toQualify, ready: true, missing: [] } }),
    appointment: workPage({ ...work, status: "appointment", appointment: "Mi., 25. Nov., 10:00" }),
    "lead without a phone": workPage({ ...work, facts: { email: lead.facts.email }, status: "accepted" }),
    "told to a buyer": buyerMessage(pastShareTexts[locale].takenBack, locale, { back: true }),
    thanks: thankYouPage(locale),
    "try later": tryLaterPage(locale),
    check: checkPage(locale, ["/email", "/message"], true),
    ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, messagePage(kind as MessageKind, locale)])),
  };
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openChromium();
  page = await (await browser.newContext({ ...phone, viewport: { width: 320, height: 640 } })).newPage();
});
afterAll(() => browser?.close());

describe.each(["de", "en"] as const)("the pages on the smallest phone, in %s", (locale) => {
  it.each(Object.entries(pagesIn(locale)))("%s: small, legible, easy to tap", async (_, html) => {
    expect(Buffer.byteLength(html)).toBeLessThan(15 * 1024);
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(/);
    await page.setContent(html);
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await pageFaults(page), colorScheme).toEqual([]);
    }
  });
});

it("finds the faults it looks for", async () => {
  await page.setContent(
    `<title></title><style>body{color:#777;background:#888;width:500px}</style>
    <h1>One</h1><h3>Two</h3><main><p>pale</p><input><a href="#">x</a><button></button></main>`,
  );
  const faults = (await pageFaults(page)).join("\n");
  for (const fault of [
    "language",
    "title",
    "phones",
    "skipped",
    "stick out",
    "px",
    "no text",
    "no label",
    "contrast",
  ]) {
    expect(faults).toContain(fault);
  }
});
