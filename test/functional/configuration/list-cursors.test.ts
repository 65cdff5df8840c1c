import { beforeEach, describe, expect, it } from "vitest";
import { type LeadDesk, openDesk } from "../lifecycle/lead-desk.ts";

interface Page {
  readonly items: readonly object[];
  readonly nextCursor?: string;
}
let desk: LeadDesk;
beforeEach(async () => {
  desk = await openDesk();
  for (const id of ["one", "two"]) {
    await desk.ask("root", "PUT", `/v1/areas/${id}`, { name: id });
    await desk.ask("root", "PUT", `/v1/sources/${id}`, { name: id });
    const delivery = { type: "email", address: `${id}@example.com` };
    await desk.ask("root", "PUT", `/v1/buyers/${id}`, { name: id, delivery, price: { amount: 1, currency: "EUR" } });
  }
  for (const day of ["01", "02", "03"]) {
    const off = { from: `2026-12-${day}T00:00:00Z`, to: `2026-12-${day}T12:00:00Z` };
    await desk.ask("root", "POST", "/v1/agents/anna/time-off", off);
  }
  const plan = (await desk.ask("root", "GET", "/v1/plan")).body as object;
  for (let i = 0; i < 2; i++) await desk.ask("root", "PUT", "/v1/plan", plan);
});

const page = async (path: string) => {
  const { status, body } = await desk.ask("root", "GET", path);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body as Page;
};
const refused = async (path: string) =>
  expect({ path, ...(await desk.ask("root", "GET", path)) }).toMatchObject({
    path,
    status: 422,
    body: { errors: [{ pointer: "/cursor", detail: expect.stringContaining("nextCursor of the page before") }] },
  });

const lists = [
  ...["/v1/agents", "/v1/teams", "/v1/areas", "/v1/sources", "/v1/buyers"],
  ...["/v1/agents/anna/time-off", "/v1/plan/versions"],
];

describe("a list's cursor", () => {
  it.each(lists)("%s gives every item once, page by page, of whatever size", async (path) => {
    const all = (await page(path)).items;
    expect(all.length).toBeGreaterThan(1);
    const seen: object[] = [];
    let cursor = "";
    for (let limit = 1; ; limit++) {
      const { items, nextCursor } = await page(`${path}?limit=${limit}&cursor=${cursor}`);
      seen.push(...items);
      if (nextCursor === undefined) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(all);
  });

  it.each(lists)("%s takes none but its own", async (path) => {
    const { nextCursor = "" } = await page(`${path}?limit=1`);
    const other = await page(path === "/v1/agents" ? "/v1/areas?limit=1" : "/v1/agents?limit=1");
    for (const cursor of ["x", nextCursor.slice(1), `${nextCursor.slice(0, -2)}AA`, other.nextCursor]) {
      await refused(`${path}?limit=1&cursor=${cursor}`);
    }
  });

  it("of leads and the pool belongs to its filters", async () => {
    for (let i = 0; i < 3; i++) await desk.lead();
    const { items, nextCursor } = await page("/v1/leads?status=offered&limit=1");
    expect(items).toHaveLength(1);
    expect((await page(`/v1/leads?limit=2&cursor=${nextCursor}&status=offered`)).items).toHaveLength(2);
    await refused(`/v1/leads?status=accepted&limit=1&cursor=${nextCursor}`);
    await refused(`/v1/leads?status=offered&ownerId=anna&cursor=${nextCursor}`);
    await refused(`/v1/pool?cursor=${nextCursor}`);
    await refused("/v1/pool?cursor=MTc2Mzg4NDgwMDAwMCNsZF8wMUtBNlY4UUozTTVUN1c5WTJCNEQ2RjhIMA");
  });
});
