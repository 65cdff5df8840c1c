import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { NoticeFacts } from "../../../../shared/domain/notices/notice-facts.ts";
import { smsText } from "../../../../shared/domain/notices/notice-text.ts";
import { hour, type LeadDesk, minute, openDesk } from "../lead-desk.ts";

const notices = z.array(
  z.looseObject({ kind: z.string(), agentId: z.string().optional(), link: z.string().optional(), text: z.string() }),
);
const posted = (method: object = {}) => ({
  rules: [{ id: "posted", method: { type: "pool", pool: { agents: ["anna", "ben"] }, notify: "all", ...method } }],
});
const contactData = { phone: "+491713920050", message: "Bitte rufen Sie an." };

/** The link in the notice that told this agent of a lead in the pool. */
async function noticeOf({ world }: LeadDesk, agentId: string) {
  const told = notices.parse(await world.notices());
  return told.findLast((notice) => notice.kind === "posted" && notice.agentId === agentId);
}
async function linkOf(desk: LeadDesk, agentId: string): Promise<string> {
  return new URL((await noticeOf(desk, agentId))?.link ?? "").pathname;
}

async function page({ world }: LeadDesk, path: string) {
  const { status, body } = await world.ask("GET", path, { as: { stranger: true } });
  return { status, text: String(body).replace(/<style>.*<\/style>|<[^>]+>/gs, " ") };
}

/** Taps the button, as a browser without scripts sends it, and follows where it leads. */
async function claim(desk: LeadDesk, path: string) {
  return tap(desk, path, "action=claim");
}
async function tap(desk: LeadDesk, path: string, body: string) {
  const answer = await desk.world.ask("POST", path, {
    as: { stranger: true },
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  await desk.world.settle();
  if (answer.status === 303) return page(desk, answer.headers.location ?? "");
  return { status: answer.status, text: String(answer.body).replace(/<style>.*<\/style>|<[^>]+>/gs, " ") };
}

describe("the link in a notice about a lead in the pool (C9)", () => {
  test("shows the lead without contact data, and one tap takes it; the slower of two is told so", async () => {
    const desk = await openDesk(posted({ claimWithin: "PT15M" }));
    await desk.agent("anna", { locale: "en" });
    const leadId = await desk.lead({ ...contactData, postalCode: "10115", interest: "buyer" });
    const [anna, ben] = [await linkOf(desk, "anna"), await linkOf(desk, "ben")];
    expect(anna).not.toBe(ben);
    expect((await noticeOf(desk, "anna"))?.text).toContain(anna);
    expect(await noticeOf(desk, "cem")).toBeUndefined();

    const before = await desk.state(leadId);
    for (let i = 0; i < 2; i++) {
      const { status, text } = await page(desk, anna);
      expect([status, text]).toEqual([200, expect.stringMatching(/Erika M\..*open until.*10115.*Take this lead/s)]);
      expect(text).not.toMatch(/Mustermann|3920050|example\.com|Bitte rufen/);
    }
    expect(await desk.state(leadId)).toEqual(before);

    const taken = await claim(desk, anna);
    expect(taken).toMatchObject({ status: 200, text: expect.stringContaining("This lead is yours now") });
    expect(taken.text).toMatch(/Erika Mustermann.*\+491713920050.*Bitte rufen Sie an\./s);
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
    for (const answer of [await page(desk, ben), await claim(desk, ben)]) {
      expect(answer).toMatchObject({ status: 410, text: expect.stringContaining("Jemand war schneller") });
      expect(answer.text).not.toMatch(/Erika|10115/);
    }
    expect((await claim(desk, anna)).status).toBe(200);
    expect(await desk.history(leadId)).toEqual(["lead.received", "lead.pooled", "lead.claimed"]);
    await desk.check();
  });

  test("does not close a picked lead before a call is logged, and says so (E3)", async () => {
    const desk = await openDesk(posted({ type: "cherryPick" }));
    const leadId = await desk.lead({ ...contactData, temperature: "warm" });
    const link = await linkOf(desk, "anna");
    const closing = /Verloren …|Kein echter Lead/;
    const { text } = await claim(desk, link);
    expect(text).toContain("Erst anrufen: Diesen Lead haben Sie sich ausgesucht.");
    expect(text).not.toMatch(closing);
    const refused = await tap(desk, link, "action=unqualify&reason=spam");
    expect(refused).toMatchObject({ status: 409, text: expect.stringContaining("Erst anrufen") });
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "anna" });
    const tried = await tap(desk, link, "action=contact&channel=call&outcome=wrongNumber");
    expect(tried.text).toMatch(closing);
    expect(tried.text).not.toContain("Erst anrufen");
    await tap(desk, link, "action=unqualify&reason=spam");
    expect((await desk.state(leadId)).status).toBe("unqualified");
  });

  test("of two who tap at once one has it, and both are told the truth", async () => {
    const desk = await openDesk(posted());
    const leadId = await desk.lead();
    const [anna, ben] = [await linkOf(desk, "anna"), await linkOf(desk, "ben")];
    const answers = await Promise.all([claim(desk, anna), claim(desk, ben)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    const winner = answers[0]?.status === 200 ? "anna" : "ben";
    expect(await desk.state(leadId)).toMatchObject({ ownerId: winner });
    await desk.check();
  });

  test("says why it cannot be taken now, in the agent's language, and leaves it there", async () => {
    const desk = await openDesk(posted());
    const leadId = await desk.lead();
    const anna = await linkOf(desk, "anna");
    await desk.agent("anna", { capacity: 0 });
    const { status, text } = await claim(desk, anna);
    expect([status, text]).toEqual([409, expect.stringMatching(/Mehr als 0 offene Leads.*Diesen Lead nehmen/s)]);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled" });
    await desk.agent("anna", { capacity: 5 });
    expect((await claim(desk, anna)).status).toBe(200);
  });

  test("opens nothing for who may not claim it any more", async () => {
    const desk = await openDesk(posted({ claimWithin: "PT15M", then: ["cem"] }));
    await desk.lead();
    const [anna, ben] = [await linkOf(desk, "anna"), await linkOf(desk, "ben")];
    await desk.agent("ben", { status: "inactive" });
    expect((await page(desk, ben)).status).toBe(404);
    expect((await claim(desk, ben)).status).toBe(404);
    await desk.pass(16 * minute);
    expect(await page(desk, anna)).toMatchObject({
      status: 410,
      text: expect.stringContaining("Jemand war schneller"),
    });
    expect((await page(desk, `${anna.slice(0, -4)}AAAA`)).status).toBe(404);
  });

  test("is for apps, too", async () => {
    const desk = await openDesk(posted());
    await desk.lead(contactData);
    const path = await linkOf(desk, "anna");
    const send = (body: object) => desk.world.ask("POST", path, { as: { stranger: true }, body });
    expect(await send({ action: "claim" })).toMatchObject({
      status: 200,
      body: { status: "accepted", ownerId: "anna", phone: contactData.phone },
    });
    expect(
      (await desk.world.ask("POST", await linkOf(desk, "ben"), { as: { stranger: true }, body: { action: "claim" } }))
        .status,
    ).toBe(409);
  });

  test("shows whoever missed the lead why it is not theirs to take, and no button (E3)", async () => {
    const method = { type: "cherryPick", pool: { agents: ["anna", "ben"] }, notify: "all" };
    const desk = await openDesk({ rules: [{ id: "picked", method }], cherryPick: { quotas: false } });
    const leadId = await desk.lead();
    const path = await linkOf(desk, "anna");
    await desk.agent("ben", { status: "paused" });
    expect((await page(desk, path)).text).toContain("Diesen Lead nehmen");
    await claim(desk, path);
    await desk.pass(2 * hour + minute);
    expect(await desk.state(leadId)).toMatchObject({ status: "pooled" });
    const shown = await page(desk, path);
    expect(shown).toMatchObject({ status: 200, text: expect.stringMatching(/Diesen Lead hatten Sie schon.*Bis /s) });
    const tapped = await claim(desk, path);
    expect(tapped).toMatchObject({ status: 409, text: expect.stringContaining("Diesen Lead hatten Sie schon") });
    for (const { text } of [shown, tapped]) expect(text).not.toContain("Diesen Lead nehmen");
  });

  test("says from when a lead may be taken, before anybody taps (E5)", async () => {
    const method = { type: "cherryPick", notify: "all" };
    const desk = await openDesk({ rules: [{ id: "picked", method }], cherryPick: { access: {} } });
    await desk.lead();
    const path = await linkOf(desk, "anna");
    const { status, text } = await page(desk, path);
    expect([status, text]).toEqual([200, expect.stringMatching(/Ihre Stufe.*Diesen Lead nehmen/s)]);
    await desk.pass(15 * minute);
    expect((await page(desk, path)).text).not.toMatch(/Ihre Stufe/);
  });

  test("waits while somebody else has the details open (E2)", async () => {
    const method = { type: "cherryPick", pool: { agents: ["anna", "ben"] }, notify: "all" };
    const desk = await openDesk({ rules: [{ id: "picked", method }] });
    const leadId = await desk.lead();
    const [anna, ben] = [await linkOf(desk, "anna"), await linkOf(desk, "ben")];
    await desk.act("ben", leadId, "open");
    expect(await page(desk, anna)).toMatchObject({ status: 200, text: expect.stringContaining("gerade an") });
    expect((await claim(desk, anna)).status).toBe(200);
    expect(await desk.state(leadId)).toMatchObject({ status: "held" });
    expect((await claim(desk, ben)).text).toContain("Das ist jetzt Ihr Lead");
    expect(await desk.state(leadId)).toMatchObject({ status: "accepted", ownerId: "ben" });
    await desk.check();
  });
});

test.each(["de", "en"] as const)("an SMS about a lead in the pool keeps its link whole, in %s", (locale) => {
  const link = "https://abcdefghij.execute-api.eu-central-1.amazonaws.com/o/Zq8mR3vT7yB1nK5wX9cJ2h";
  const about = ["Kauf", "Mehrfamilienhaus", "450.000–1.250.000 €", "10115 Berlin-Charlottenburg"];
  const facts: NoticeFacts = {
    temperature: "hot",
    reference: "r",
    name: "Maximiliane-Friederike H.",
    about,
    until: "12:15",
    link,
  };
  const text = smsText("posted", locale, facts);
  expect(text.length).toBeLessThanOrEqual(160);
  expect(text.endsWith(`: ${link}`)).toBe(true);
});
