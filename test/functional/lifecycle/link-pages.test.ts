import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { hour, type LeadDesk, minute, openDesk, reached } from "./lead-desk.ts";

const notices = z.array(
  z.looseObject({ agentId: z.string().optional(), leadId: z.string().optional(), link: z.url() }),
);

let desk: LeadDesk;
let leadId: string;
let link: string;
beforeEach(async () => {
  desk = await openDesk();
  await desk.agent("anna", { locale: "en" });
  await desk.agent("ben", { locale: "de" });
  leadId = await desk.lead({ phone: "+491713920050", message: "Bitte rufen Sie an." });
  link = await linkOf("anna");
});

async function linkOf(agentId: string): Promise<string> {
  const told = notices.parse((await desk.world.notices()).filter((notice) => "link" in notice));
  const found = told.findLast((notice) => notice.leadId === leadId && notice.agentId === agentId);
  return new URL(found?.link ?? "").pathname;
}

/** What the link shows: status and the page's text. */
async function page(path = link, headers = {}) {
  const { status, body } = await desk.world.ask("GET", path, { as: { stranger: true }, headers });
  return { status, text: String(body).replace(/<style>.*<\/style>|<[^>]+>/gs, " ") };
}

/** Taps a button of the page, as a browser without scripts sends it, and follows where it leads. */
async function tap(action: string, fields: Readonly<Record<string, string>> = {}, path = link) {
  const answer = await desk.world.ask("POST", path, {
    as: { stranger: true },
    body: new URLSearchParams({ ...fields, action }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  await desk.world.settle();
  if (answer.status === 303) return page(answer.headers.location);
  return { status: answer.status, text: String(answer.body).replace(/<style>.*<\/style>|<[^>]+>/gs, " ") };
}

describe("the agent's page behind the link", () => {
  test("opening it as often as one likes changes nothing and shows nobody to call", async () => {
    const before = await desk.state(leadId);
    for (let i = 0; i < 3; i++) {
      const { status, text } = await page();
      expect(status).toBe(200);
      expect(text).toContain("Erika M.");
      expect(text).not.toMatch(/Mustermann|3920050|example\.com|Bitte rufen/);
    }
    expect(await desk.state(leadId)).toEqual(before);
  });

  test("tells the time that is really left", async () => {
    expect((await page()).text).toContain("5 minutes left");
    await desk.pass(3 * minute + 1000);
    expect((await page()).text).toContain("· 1 minute left");
    await desk.pass(minute);
    expect((await page()).text).toContain("less than a minute left");
  });

  test("accepting shows the person, and a second tap of an impatient thumb does no harm", async () => {
    for (let i = 0; i < 2; i++) {
      const { status, text } = await tap("accept");
      expect(status).toBe(200);
      expect(text).toContain("This lead is yours now");
      expect(text).toMatch(/Erika Mustermann.*First contact by.*Call \+491713920050.*Bitte rufen Sie an\./s);
    }
    expect(await desk.history(leadId)).toEqual(["lead.received", "lead.offered", "lead.accepted"]);
  });

  test("logs calls, and an attempt leaves the time for first contact as it was", async () => {
    await tap("accept");
    const attempt = await tap("contact", { channel: "call", outcome: "noAnswer" });
    expect(attempt.text).toMatch(/Saved\..*First contact by.*1 attempt logged/s);
    const contact = await tap("contact", { channel: "call", outcome: "reached" });
    expect(contact.text).not.toContain("First contact by");
    expect(await desk.state(leadId)).toMatchObject({ status: "contacted" });
  });

  test("an appointment is meant in the agent's own time", async () => {
    await tap("accept");
    await tap("contact", { channel: "call", outcome: "reached" });
    const { text } = await tap("appointment", { at: "2026-11-25T10:30" });
    expect(text).toMatch(/Appointment: Wed, (25 Nov|Nov 25), 10:30/);
    expect((await desk.state(leadId)).appointmentAt).toBe(Date.parse("2026-11-25T09:30:00Z"));
  });

  test.each([
    { amount: "450000", value: 450_000 },
    { amount: "450.000", value: 450_000 },
    { amount: "1,250,000", value: 1_250_000 },
    { amount: "450.000,50", value: 450_000.5 },
    { amount: "12 500.5", value: 12_500.5 },
    { amount: "99,5", value: 99.5 },
  ])("a deal of $amount", async ({ amount, value }) => {
    await desk.act("anna", leadId, "accept");
    await desk.act("anna", leadId, "contact", reached);
    expect((await tap("convert", { amount, currency: "EUR" })).text).toContain("Congratulations!");
    expect(await desk.state(leadId)).toMatchObject({ status: "converted", value: { amount: value, currency: "EUR" } });
    expect(await page()).toMatchObject({ status: 200, text: expect.stringContaining("Congratulations!") });
  });

  test("what cannot be read is said, with the way back, and nothing is saved", async () => {
    await tap("accept");
    await desk.act("anna", leadId, "contact", reached);
    const before = await desk.state(leadId);
    for (const amount of ["much", "1.2.3", "-5"]) {
      const { status, text } = await tap("convert", { amount, currency: "EUR" });
      expect([status, text]).toEqual([422, expect.stringContaining("Back to the lead")]);
    }
    expect((await tap("dance")).status).toBe(422);
    expect(await desk.state(leadId)).toEqual(before);
  });

  test("a tap that came too late for the lead's status says so", async () => {
    await tap("accept");
    const { status, text } = await tap("decline", { reason: "noTime" });
    expect([status, text]).toEqual([409, expect.stringContaining("The lead has changed")]);
  });

  test("an app may send JSON", async () => {
    const answer = await desk.world.ask("POST", link, { as: { stranger: true }, body: { action: "accept" } });
    expect(answer).toMatchObject({ status: 200, body: { leadId, status: "accepted", phone: "+491713920050" } });
  });
});

describe("a link that no longer opens the lead", () => {
  test("declined: thanks; the next agent's page speaks that agent's language", async () => {
    expect(await tap("decline", { reason: "noTime" })).toMatchObject({
      status: 410,
      text: expect.stringContaining("Declined, thank you"),
    });
    const { text } = await page(await linkOf("ben"), { "accept-language": "en" });
    expect(text).toMatch(/Heißer Lead.*Annehmen bis.*noch 5 Minuten/s);
  });

  test("expired, then taken; nor can it be accepted any more", async () => {
    await desk.pass(6 * minute);
    expect(await page()).toMatchObject({ status: 410, text: expect.stringContaining("This offer has ended") });
    await tap("accept", {}, await linkOf("ben"));
    expect(await page()).toMatchObject({ status: 410, text: expect.stringContaining("no longer with you") });
    expect(await tap("accept")).toMatchObject({ status: 410, text: expect.stringContaining("no longer with you") });
    expect(await desk.state(leadId)).toMatchObject({ ownerId: "ben" });
  });

  test("of a person who left no number: asks for the answer to an e-mail, and logs it as one", async () => {
    leadId = await desk.lead();
    link = await linkOf("ben");
    expect((await tap("accept")).text).toContain("Kam eine Antwort auf Ihre E-Mail?");
    const { body } = await desk.world.ask("GET", link, { as: { stranger: true } });
    expect(body).toContain('name="channel" value="email"');
    expect(body).not.toMatch(/Anruf|value="call"|Falsche Nummer/);
  });

  test("closed without a deal", async () => {
    await tap("accept");
    expect(await tap("lose", { reason: "noBudget" })).toMatchObject({
      status: 200,
      text: expect.stringContaining("Closed"),
    });
    await desk.pass(24 * hour);
    expect((await page()).text).toContain("Closed");
  });

  test("unknown, and one of an agent who has left: 404 in the reader's language", async () => {
    const german = { "accept-language": "de" };
    expect(await page("/o/AAAAAAAAAAAAAAAAAAAAAA", german)).toMatchObject({
      status: 404,
      text: expect.stringContaining("Diesen Link kennen wir nicht"),
    });
    expect((await tap("accept", {}, "/o/AAAAAAAAAAAAAAAAAAAAAA")).status).toBe(404);
    await desk.agent("anna", { status: "inactive" });
    expect((await page()).status).toBe(404);
  });
});
