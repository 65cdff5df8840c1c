import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { WebhookCall } from "../../../shared/usecases/ports/webhook-port.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { day, type LeadDesk, minute, openDesk } from "../lifecycle/lead-desk.ts";

const acme = {
  name: "Acme",
  delivery: { type: "webhook", url: "https://acme.example.com/leads" },
  price: { amount: 35, currency: "EUR" },
};
const issued = z.looseObject({ secret: z.string() });
let desk: LeadDesk;
const put = (body: object, id = "acme") => desk.ask("root", "PUT", `/v1/buyers/${id}`, body);

beforeEach(async () => {
  const method = { type: "shared", buyers: ["acme"], shares: 1 };
  desk = await openDesk();
  await put(acme);
  await desk.ask("root", "PUT", "/v1/plan", {
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [{ id: "sold", method, overflow: "queue" }],
    fallback: { type: "pool" },
  });
});

describe("a buyer's filter", () => {
  const filtered = (filter: object) => put({ ...acme, filter });

  it("is refused with a field that no lead has, wherever it stands", async () => {
    const any = [{ field: "score", op: "gt", value: 1 }, { not: { field: "buget.max", op: "gt", value: 1 } }];
    expect(await filtered({ any })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/filter/any/1/not/field", detail: expect.stringContaining("buget.max") }] },
    });
    expect(await filtered({ field: "budget.maxx", op: "gt", value: 1 })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/filter/field" }] },
    });
  });

  it.each([
    [{ field: "interest", op: "eq", value: "byer" }, "/filter", "neverMatches"],
    [{ field: "weekday", op: "nin", value: ["sun", "saturday"] }, "/filter/value/1", "unknownValue"],
    [{ any: [{ field: "temperature", op: "in", value: ["hot", "warn"] }] }, "/filter/any/0/value/1", "unknownValue"],
    [{ field: "postalCode", op: "eq", value: "1067" }, "/filter/value", "codeWithoutZero"],
    [{ field: "budget.max", op: "between", value: [9, 1] }, "/filter", "neverMatches"],
    [{ field: "area", op: "eq", value: "mite" }, "/filter/value", "unknownArea"],
    [{ field: "source", op: "in", value: ["website", "portl"] }, "/filter/value/1", "unknownSource"],
    [
      {
        all: [
          { field: "score", op: "gt", value: 80 },
          { field: "score", op: "lt", value: 20 },
        ],
      },
      "/filter/all/1",
      "neverMatches",
    ],
  ])("that never matches is saved with a warning at the place: %j", async (filter, pointer, code) => {
    const { status, body } = await filtered(filter);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        problems: expect.arrayContaining([
          { severity: "warning", pointer, code, message: expect.any(String), fix: expect.any(String) },
        ]),
      },
    });
    expect(await put(body as object)).toMatchObject({ status: 200 });
  });

  it("that is right is saved without a word", async () => {
    const all = [
      { field: "interest", op: "in", value: ["seller", "Käufer"] },
      { field: "custom.garden", op: "exists", value: true },
      { field: "company.size", op: "gt", value: 10 },
      { field: "source", op: "eq", value: "website" },
    ];
    expect(await filtered({ all })).toMatchObject({ status: 200, body: { problems: [] } });
  });
});

describe("a buyer's secret", () => {
  const sent = () => (desk.world.ports as MemoryPorts).buyersServers.calls.at(-1) as WebhookCall;
  const renew = async (body: object = {}) => {
    const answer = await desk.ask("root", "POST", "/v1/buyers/acme/secret", body);
    expect(answer.status).toBe(201);
    await desk.world.settle();
    return issued.parse(answer.body).secret;
  };
  /** Whether what was sent last is signed by this secret, as a receiver finds out. */
  const fits = (secret: string) => {
    const { id, at, body, secret: first, alsoSignedBy = [] } = sent();
    const signatures = [first, ...alsoSignedBy].map((each) => new Webhook(each).sign(id, new Date(at), body));
    return signatures.includes(new Webhook(secret).sign(id, new Date(at), body));
  };

  it("is changed without a gap: the old one signs along for a day", async () => {
    await put({ ...acme, name: "Acme GmbH" }, "best");
    const old = issued.parse((await put(acme, "corp")).body).secret;
    expect(old).toMatch(/^whsec_/);
    await desk.lead();
    const { secret: before } = sent();
    const next = await renew();
    expect(next).not.toBe(before);
    await put({ ...acme, name: "Renamed" });
    await desk.lead();
    expect([fits(next), fits(before)]).toEqual([true, true]);
    await desk.pass(day + minute);
    await desk.lead();
    expect([fits(next), fits(before)]).toEqual([true, false]);
    const { body } = await desk.ask("root", "GET", "/v1/buyers/acme");
    expect(Object.keys(body as object)).not.toEqual(expect.arrayContaining([expect.stringMatching(/salt|secret/i)]));
  });

  it("ends at once with revoke, and so do those that still signed along", async () => {
    await desk.lead();
    const { secret: first } = sent();
    const second = await renew();
    const third = await renew({ revoke: true });
    await desk.lead();
    expect([fits(first), fits(second), fits(third)]).toEqual([false, false, true]);
    expect(sent().alsoSignedBy).toBeUndefined();
  });

  it("is the same for a repeated Idempotency-Key, which ends no later one", async () => {
    const ask = async (key: string, body: object = {}) => {
      const headers = { "idempotency-key": key };
      const as = { person: "root", groups: ["admin"] };
      return issued.parse((await desk.world.ask("POST", "/v1/buyers/acme/secret", { as, body, headers })).body).secret;
    };
    const first = await ask("k1");
    const second = await ask("k2", { revoke: true });
    expect(await ask("k1")).toBe(first);
    await desk.lead();
    expect([fits(first), fits(second)]).toEqual([false, true]);
  });

  it("is for buyers with a webhook; who changes from e-mail learns it then", async () => {
    await put({ ...acme, delivery: { type: "email", address: "mail@example.com" } }, "mail");
    expect(await desk.ask("root", "POST", "/v1/buyers/mail/secret")).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/delivery/type" }] },
    });
    expect((await put(acme, "mail")).body).toHaveProperty("secret");
    expect((await put(acme, "mail")).body).not.toHaveProperty("secret");
    expect((await desk.ask("root", "POST", "/v1/buyers/nobody/secret")).status).toBe(404);
    expect((await desk.ask("root", "POST", "/v1/buyers/acme/secret", { revok: true })).status).toBe(422);
    expect((await desk.ask("lena", "POST", "/v1/buyers/acme/secret")).status).toBe(403);
  });
});
