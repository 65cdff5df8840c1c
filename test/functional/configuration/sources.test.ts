import { beforeEach, describe, expect, it } from "vitest";
import { authenticateSource } from "../../../shared/usecases/intake/authenticate-source.ts";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

const day = 24 * 60 * 60 * 1000;
let desk: AdminDesk;

beforeEach(() => {
  desk = createAdminDesk();
});

const keyOf = (answer: { body: unknown }) => (answer.body as { key: string }).key;
const opens = async (key: string) => (await authenticateSource(desk.ports, `Bearer ${key}`)).outcome;
const newKey = (id: string, body?: unknown, headers: Record<string, string> = {}) =>
  desk.call("POST /v1/sources/{id}/key", { params: { id }, body, headers });

describe("a source's keys", () => {
  it("are shown once, on creation", async () => {
    const created = await desk.put("sources", "website", { name: "Website" });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ sourceId: "website", intakeUrl: "https://fairlead.example/v1/leads" });
    expect(keyOf(created)).toMatch(/^fl_src_[A-Za-z0-9_-]{43}$/);
    expect(await opens(keyOf(created))).toBe("known");

    const changed = await desk.put("sources", "website", { name: "Our website" });
    expect(changed.status).toBe(200);
    expect(changed.body).not.toHaveProperty("key");
    const read = await desk.call("GET /v1/sources/{id}", { params: { id: "website" } });
    expect(JSON.stringify(read.body)).not.toContain("fl_src_");
  });

  it("work for another day after a new one was made", async () => {
    const old = keyOf(await desk.put("sources", "website", { name: "Website" }));
    const next = keyOf(await newKey("website"));
    expect([await opens(old), await opens(next)]).toEqual(["known", "known"]);
    desk.ports.clock.advance(day - 1);
    expect(await opens(old)).toBe("known");
    desk.ports.clock.advance(1);
    expect([await opens(old), await opens(next)]).toEqual(["revoked", "known"]);
  });

  it("are not prolonged by a third one", async () => {
    const first = keyOf(await desk.put("sources", "website", { name: "Website" }));
    const second = keyOf(await newKey("website"));
    desk.ports.clock.advance(day / 2);
    const third = keyOf(await newKey("website"));
    desk.ports.clock.advance(day / 2);
    expect(await Promise.all([first, second, third].map(opens))).toEqual(["revoked", "known", "known"]);
  });

  it("stop at once with revoke", async () => {
    const old = keyOf(await desk.put("sources", "website", { name: "Website" }));
    const next = keyOf(await newKey("website", { revoke: true }));
    expect([await opens(old), await opens(next)]).toEqual(["revoked", "known"]);
  });

  it("are the same for a repeated Idempotency-Key, which ends no later one", async () => {
    await desk.put("sources", "website", { name: "Website" });
    const first = keyOf(await newKey("website", {}, { "idempotency-key": "k1" }));
    const later = keyOf(await newKey("website", { revoke: true }));
    expect(keyOf(await newKey("website", {}, { "idempotency-key": "k1" }))).toBe(first);
    expect([await opens(first), await opens(later)]).toEqual(["revoked", "known"]);
  });

  it("of a deleted source stay dead when the id is used again", async () => {
    const old = keyOf(await desk.put("sources", "website", { name: "Website" }));
    const remove = () => desk.call("DELETE /v1/sources/{id}", { params: { id: "website" } });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    await desk.put("sources", "website", { name: "Website" });
    expect(await opens(old)).toBe("revoked");
  });

  it("are not made for a source that is not there", async () => {
    expect((await newKey("nothing")).status).toBe(404);
  });
});

describe("a source in use", () => {
  it("is not deleted while a rule names it", async () => {
    await desk.put("sources", "portal", { name: "Portal" });
    const when = { field: "source", op: "in", value: ["portal"] };
    await desk.plan({ rules: [{ id: "portal-leads", when, method: { type: "pool" } }] });
    const answer = await desk.call("DELETE /v1/sources/{id}", { params: { id: "portal" } });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        type: "https://fairlead.dev/problems/in-use",
        detail: expect.stringContaining("rule portal-leads"),
      },
    });
  });
});
