import { beforeEach, describe, expect, test } from "vitest";
import { getForm, optionsForm, postForm } from "../../../functions/intake/forms.ts";
import { readRequest } from "../../../shared/runtime/http/read-request.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { addSource, bodyOf } from "./intake-desk.ts";
import { asJson, openEdge, sample, sender } from "./intake-edge.ts";

let ports: MemoryPorts;
const send = sender(() => ports);
beforeEach(async () => {
  ports = await openEdge();
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
