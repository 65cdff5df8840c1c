import { readFileSync } from "node:fs";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { postEngagement } from "../../../functions/intake/engagement.ts";
import { getForm, optionsForm, postForm } from "../../../functions/intake/forms.ts";
import { postLead } from "../../../functions/intake/leads.ts";
import type { HttpReply, RouteHandler } from "../../../shared/runtime/http.ts";
import { HttpProblem } from "../../../shared/runtime/problem.ts";
import { readRequest } from "../../../shared/runtime/read-request.ts";
import type { MemoryPorts } from "../../support/memory-ports.ts";
import { addSource, bodyOf, openDesk } from "./intake-desk.ts";

const sourceKey = "fl_src_example";
let ports: MemoryPorts;

beforeEach(async () => {
  ports = await openDesk({ plan: { scoring: { rules: [visited], handoverAt: 40 } } });
  await addSource(ports, "website-contact", { form: {}, country: "DE" });
  await putKey({});
});

const visited = {
  when: { field: "engagement", op: "contains", value: "pricingPage" },
  points: 25,
  why: "asked the price",
};

const putKey = (more: { revokedAt?: number; validUntil?: number }) =>
  ports.config.putSourceKey(ports.secrets.digest(sourceKey), { sourceId: "portal", createdAt: 0, ...more });

function sample(name: string): APIGatewayProxyEventV2 {
  return JSON.parse(readFileSync(new URL(`../../../events/${name}.json`, import.meta.url), "utf8"));
}

interface Change {
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
}

/** Sends a sample through a route; a problem is answered as the edge would. */
async function send(route: RouteHandler, name: string, { headers = {}, json }: Change = {}): Promise<HttpReply> {
  const event = sample(name);
  const body = json === undefined ? {} : { body: JSON.stringify(json), isBase64Encoded: false };
  try {
    return await route(await readRequest({ ...event, ...body, headers: { ...event.headers, ...headers } }), ports);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    return { status: error.problem.status, body: error.toJSON(), headers: error.problem.headers ?? {} };
  }
}

const asJson = { "content-type": "application/json" };

describe("POST /v1/leads", () => {
  test("201 for a new lead, 200 for its repeat, a duplicate and a test", async () => {
    const first = await send(postLead, "lead-full");
    expect(first).toMatchObject({
      status: 201,
      body: { verdict: "accepted", decision: { summary: expect.stringContaining("anna ist an der Reihe") } },
    });
    expect(await send(postLead, "lead-full")).toEqual({ ...first, status: 200 });
    expect(await send(postLead, "lead-minimal")).toMatchObject({ status: 200, body: { verdict: "duplicate" } });
    const tried = await send(postLead, "lead-minimal", { json: { email: "x@example.com", test: true } });
    expect(tried).toMatchObject({ status: 200, body: { verdict: "test" } });
  });

  test("every field has its place in BODY, once", async () => {
    const { leadId } = (await send(postLead, "lead-full")).body as { leadId: string };
    const body = await bodyOf(ports, leadId);
    expect(body).toMatchObject({
      externalId: "portal-4711",
      accountId: "acme-1",
      senderScore: 61,
      submittedAt: Date.parse("2026-11-20T09:14:00Z"),
      exclusivity: "exclusive",
      temperature: "hot",
      facts: { interest: "buyer", custom: { garden: true, rooms: 3 }, property: { reference: "WE-17" } },
    });
    const outside = ["externalId", "attribution", "consent", "engagement", "score", "temperature", "submittedAt"];
    expect(Object.keys(body.facts).filter((field) => outside.includes(field))).toEqual([]);
  });

  test("401 without a key of ours, 403 for a revoked or a replaced one", async () => {
    for (const authorization of ["", "Bearer fl_src_other", "Bearer other", "Basic eA=="]) {
      const refused = await send(postLead, "lead-minimal", { headers: { authorization } });
      expect(refused).toMatchObject({ status: 401, headers: { "www-authenticate": "Bearer" } });
    }
    await putKey({ validUntil: ports.clock.now() + 1 });
    expect((await send(postLead, "lead-minimal")).status).toBe(201);
    await putKey({ validUntil: ports.clock.now() });
    expect((await send(postLead, "lead-minimal")).status).toBe(403);
    await putKey({ revokedAt: 1 });
    expect((await send(postLead, "lead-minimal")).status).toBe(403);
  });

  test.each([
    [{ email: "a@example.com", colour: "red", size: 1 }, ["/colour", "/size"]],
    [{ email: "a@example.com", score: "high" }, ["/score"]],
    [{ email: "a@example.com", budget: { min: 2, max: 1, currency: "EUR" } }, ["/budget/max"]],
    [{ firstName: "Erika" }, ["/email"]],
    [{ phone: "12" }, ["/phone"]],
    [{ email: "erika@" }, ["/email"]],
    [["a"], [""]],
  ])("422 for %j names %j", async (json, pointers) => {
    const refused = await send(postLead, "lead-minimal", { json });
    expect(refused.status).toBe(422);
    const { errors } = refused.body as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    for (const { detail } of errors) expect(detail).toMatch(/\w{4}/);
  });

  test("422 for a key that was used for another lead, 400 for one that cannot be read", async () => {
    const headers = { "idempotency-key": "k" };
    await send(postLead, "lead-minimal", { headers });
    const other = await send(postLead, "lead-minimal", { headers, json: { email: "b@example.com" } });
    expect(other).toMatchObject({ status: 422, body: { type: expect.stringMatching(/idempotency-key-reused$/) } });
    expect((await send(postLead, "lead-minimal", { headers: { "idempotency-key": "ä" } })).status).toBe(400);
  });

  test("429 says when to come again", async () => {
    await addSource(ports, "portal", { rateLimit: 1 });
    await send(postLead, "lead-minimal");
    expect(await send(postLead, "lead-minimal")).toMatchObject({
      status: 429,
      headers: { "retry-after": "60", "ratelimit-policy": '"default";q=1;w=60', ratelimit: '"default";r=0;t=60' },
    });
  });

  test("409 while the same post is under way, 503 while another of the same person is", async () => {
    const now = ports.clock.now();
    const claim = { leadId: ports.ids.leadId(now), bodyHash: "other", at: now };
    const name = { sourceId: "portal", kind: "externalId", value: ports.secrets.digest("7") } as const;
    await ports.intake.claim(name, claim, now + 60_000);
    const json = { email: "a@example.com", externalId: "7" };
    const conflict = await send(postLead, "lead-minimal", { json });
    expect(conflict).toMatchObject({ status: 409, headers: { "retry-after": "1" } });
    const hash = await ports.secrets.keyedHash("person", "email:b@example.com");
    const at = ports.clock.now();
    await ports.intake.mark("email", hash, { leadId: claim.leadId, at, until: at + 60_000 });
    const busy = await send(postLead, "lead-minimal", { json: { email: "b@example.com" } });
    expect(busy).toMatchObject({ status: 503, headers: { "retry-after": "1" } });
  });

  test("413 for a body over 256 KB", async () => {
    const json = { email: "a@example.com", message: "x".repeat(256 * 1024) };
    expect((await send(postLead, "lead-minimal", { json })).status).toBe(413);
  });
});

describe("POST /v1/forms/{formId}", () => {
  const leadOf = async () => bodyOf(ports, ports.commits.at(-1)?.next.leadId ?? "");

  test("a plain form is thanked on a page of ours, in the visitor's language", async () => {
    const reply = await send(postForm, "form-urlencoded");
    expect(reply).toMatchObject({ status: 200, html: expect.stringContaining("Vielen Dank") });
    expect(await leadOf()).toMatchObject({
      sourceId: "website-contact",
      facts: {
        firstName: "Erika",
        phone: "+491713920012",
        interest: "seller",
        postalCode: "01067",
        budget: { max: 600_000, currency: "EUR" },
        custom: { garten: "ja" },
      },
      attribution: { utm_source: "newsletter" },
      consent: {
        given: true,
        text: "Ich stimme der Kontaktaufnahme zu.",
        version: "2026-01",
        givenAt: "2026-11-23T09:00:00.000Z",
        ip: "192.0.2.10",
        userAgent: "Mozilla/5.0",
        pageUrl: "https://www.example.com/verkaufen",
      },
    });
  });

  test("a plain form is sent on to the customer's page", async () => {
    await addSource(ports, "website-contact", { form: { redirectTo: "https://www.example.com/danke" } });
    const reply = await send(postForm, "form-multipart");
    expect(reply).toMatchObject({ status: 303, headers: { location: "https://www.example.com/danke" } });
    expect(await leadOf()).toMatchObject({
      facts: {
        firstName: "Erika",
        lastName: "Mustermann",
        interest: "buyer",
        message: "Größe ab 80 m², gern mit Garten",
      },
      consent: { given: true, text: "Ich stimme der Kontaktaufnahme zu." },
    });
  });

  test("a script is answered in JSON, and a known person the same as a new one", async () => {
    const change = {
      headers: { ...asJson, accept: "application/json" },
      json: { email: "a@example.com", garden: true },
    };
    const first = await send(postForm, "form-urlencoded", change);
    const again = await send(postForm, "form-urlencoded", change);
    for (const reply of [first, again]) {
      expect(reply).toMatchObject({ status: 201, body: { verdict: "accepted", leadId: expect.any(String) } });
      expect(Object.keys(reply.body as object)).toEqual(["leadId", "verdict"]);
    }
    expect(ports.commits.map(({ next }) => next.status)).toEqual(["offered", "duplicate"]);
  });

  test("a robot is thanked like anyone; its lead is rejected, its nonsense not kept", async () => {
    const fields = { email: "a@example.com", website: "http://spam.example" };
    const thanked = await send(postForm, "form-urlencoded", { headers: asJson, json: fields });
    expect(thanked).toMatchObject({ status: 201, body: { verdict: "accepted", leadId: expect.any(String) } });
    expect(ports.commits.at(-1)?.next).toMatchObject({ status: "rejected", reason: "spam" });
    for (const email of ["nonsense", ""]) {
      const json = { ...fields, email };
      expect(await send(postForm, "form-urlencoded", { headers: asJson, json })).toMatchObject({
        status: 201,
        body: { verdict: "accepted", leadId: expect.any(String) },
      });
    }
    expect(ports.commits).toHaveLength(1);
  });

  test.each([
    [{ firstName: "Erika" }, "E-Mail-Adresse oder Telefonnummer"],
    [{ email: "erika@" }, "E-Mail-Adresse: Bitte"],
    [{ phone: "12" }, "Telefonnummer: Bitte"],
    [{ email: "a@example.com", message: "x".repeat(10_001) }, "Nachricht: Bitte"],
  ])("%j is asked for again, kindly and by name", async (fields, text) => {
    const event = sample("form-urlencoded");
    const body = new URLSearchParams(fields).toString();
    const request = await readRequest({ ...event, body, isBase64Encoded: false });
    expect(await postForm(request, ports)).toMatchObject({ status: 422, html: expect.stringContaining(text) });
    expect(ports.commits).toHaveLength(0);
  });

  test("what our fields cannot take is kept, not refused", async () => {
    const json = { email: "a@example.com", preferredContact: "Brieftaube", anliegen: "a".repeat(100), geo: "here" };
    expect((await send(postForm, "form-urlencoded", { headers: asJson, json })).status).toBe(201);
    expect((await leadOf()).facts.custom).toEqual({
      preferredContact: "Brieftaube",
      interest: "a".repeat(100),
      geo: "here",
    });
  });

  test("a visitor cannot say what the lead is worth, unless the source's field map lets them", async () => {
    const json = { email: "a@example.com", temperature: "hot", score: 99, externalId: "1", test: "true", q4: "warm" };
    await addSource(ports, "website-contact", {
      form: {},
      quality: "cold",
      fieldMap: { q4: "product", "Ihre PLZ": "postalCode" },
    });
    await send(postForm, "form-urlencoded", { headers: asJson, json: { ...json, "Ihre PLZ": "10115" } });
    expect(await leadOf()).toMatchObject({
      temperature: "cold",
      facts: {
        product: "warm",
        postalCode: "10115",
        custom: { temperature: "hot", score: 99, externalId: "1", test: "true" },
      },
    });
  });

  test("only pages of the source's origins may use the form", async () => {
    await addSource(ports, "website-contact", { form: {}, origins: ["https://www.example.com/"] });
    const mine = await send(postForm, "form-urlencoded");
    expect(mine.headers).toMatchObject({ "access-control-allow-origin": "https://www.example.com", vary: "origin" });
    for (const origin of ["https://evil.example", "null", "https://www.example.com.evil.example"]) {
      expect((await send(postForm, "form-urlencoded", { headers: { origin } })).status).toBe(403);
      expect((await send(optionsForm, "form-fields", { headers: { origin } })).status).toBe(403);
    }
    expect(await send(optionsForm, "form-fields")).toMatchObject({
      status: 204,
      headers: { "access-control-allow-methods": "GET, POST, OPTIONS" },
    });
  });

  test("404 for a form that is none", async () => {
    await addSource(ports, "website-contact", {});
    expect((await send(postForm, "form-urlencoded")).status).toBe(404);
  });

  test("GET tells what to ask, in the visitor's language", async () => {
    await addSource(ports, "website-contact", { form: { fields: ["email", "interest", "garden"] } });
    expect((await send(getForm, "form-fields")).body).toMatchObject({
      formId: "website-contact",
      honeypot: "website",
      fields: [
        { name: "email", label: "E-Mail-Adresse", type: "email" },
        { name: "interest", type: "select", options: expect.arrayContaining([{ value: "buyer", label: "Kaufen" }]) },
        { name: "garden", label: "garden", type: "text" },
      ],
    });
    await addSource(ports, "website-contact", { form: {} });
    const { fields } = (await send(getForm, "form-fields")).body as { fields: unknown[] };
    expect(fields).toHaveLength(7);
  });
});

describe("POST /v1/engagement", () => {
  const lead = { email: "erika.mustermann@example.com", externalId: "7" };

  test("a nurtured lead that reaches the threshold is handed over", async () => {
    await ports.config.savePlan(
      { ...(await planNow()), scoring: { ...(await planNow()).scoring, base: 30 } },
      undefined,
    );
    expect(await send(postLead, "lead-minimal", { json: lead })).toMatchObject({ body: { status: "nurture" } });
    const engaged = await send(postEngagement, "engagement");
    expect(engaged).toMatchObject({ status: 200, body: { status: "offered", score: 55 } });
  });

  test("the lead is found by its id, the sender's id or the person's e-mail, and only so", async () => {
    const { leadId } = (await send(postLead, "lead-minimal", { json: lead })).body as { leadId: string };
    for (const who of [{ leadId }, { externalId: "7" }, { email: " Erika.Mustermann@EXAMPLE.com" }]) {
      const engaged = await send(postEngagement, "engagement", { json: { ...who, type: "visit" } });
      expect(engaged).toMatchObject({ status: 200, body: { leadId } });
    }
    for (const who of [{ externalId: "8" }, { email: "b@example.com" }, { email: "nobody" }]) {
      expect((await send(postEngagement, "engagement", { json: { ...who, type: "visit" } })).status).toBe(404);
    }
    expect((await send(postEngagement, "engagement", { json: { type: "visit" } })).status).toBe(422);
  });

  test("the same key records it once", async () => {
    const { leadId } = (await send(postLead, "lead-minimal", { json: lead })).body as { leadId: string };
    const headers = { "idempotency-key": '"e-1"' };
    const once = await send(postEngagement, "engagement", { headers });
    expect(await send(postEngagement, "engagement", { headers })).toEqual(once);
    const json = { email: lead.email, type: "visit" };
    expect((await send(postEngagement, "engagement", { headers, json })).status).toBe(422);
    const { engagement } = await bodyOf(ports, leadId);
    expect(engagement).toHaveLength(1);
  });

  test("a source that learns only verdicts reports on its own leads alone", async () => {
    await addSource(ports, "website");
    await send(postLead, "lead-minimal", { json: lead });
    await ports.config.putSourceKey(ports.secrets.digest("fl_src_vendor"), { sourceId: "vendor", createdAt: 0 });
    await addSource(ports, "vendor", { answer: "verdict" });
    const headers = { authorization: "Bearer fl_src_vendor" };
    expect((await send(postEngagement, "engagement", { headers })).status).toBe(404);
    await send(postLead, "lead-minimal", { headers, json: { email: "mine@example.com" } });
    const json = { email: "mine@example.com", type: "visit" };
    expect(await send(postEngagement, "engagement", { headers, json })).toMatchObject({ body: { recorded: true } });
  });

  async function planNow() {
    const { plan } = await ports.config.current();
    if (plan === undefined) throw new Error("no plan");
    const { version, ...input } = plan;
    return input;
  }
});
