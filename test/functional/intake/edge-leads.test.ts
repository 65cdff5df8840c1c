import { beforeEach, describe, expect, test } from "vitest";
import { postLead } from "../../../functions/intake/leads.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { addSource, bodyOf } from "./intake-desk.ts";
import { openEdge, putKey, sender } from "./intake-edge.ts";

let ports: MemoryPorts;
const send = sender(() => ports);
beforeEach(async () => {
  ports = await openEdge();
});

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
    await putKey(ports, { validUntil: ports.clock.now() + 1 });
    expect((await send(postLead, "lead-minimal")).status).toBe(201);
    await putKey(ports, { validUntil: ports.clock.now() });
    expect((await send(postLead, "lead-minimal")).status).toBe(403);
    await putKey(ports, { revokedAt: 1 });
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
