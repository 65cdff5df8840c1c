import { beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../../command/csv.ts";
import { deliveryPayload } from "../../../shared/schemas/buyer.ts";
import { undocumented } from "../../support/documented.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { type LeadDesk, minute, openDesk } from "../lifecycle/lead-desk.ts";

const path = "/v1/reports/buyers";

describe("what buyers bought and owe", () => {
  let desk: LeadDesk;
  const buyer = (name: string, amount: number) =>
    desk.ask("root", "PUT", `/v1/buyers/${name}`, {
      name: name === "acme" ? "=Acme, Ltd" : name,
      delivery: { type: "webhook", url: `https://${name}.example.com/leads` },
      price: { amount, currency: "EUR" },
    });

  /** Three leads to acme and best each: acme returns one, the manager takes one back from best, who refuses another. */
  beforeAll(async () => {
    desk = await openDesk();
    const ports = desk.world.ports as MemoryPorts;
    await buyer("acme", 12.5);
    await buyer("best", 30.1);
    const { body } = await desk.ask("root", "GET", "/v1/plan");
    const rules = [{ id: "sold", method: { type: "shared", buyers: ["acme", "best"], shares: 2 } }];
    await desk.ask("root", "PUT", "/v1/plan", { ...(body as object), rules });
    await desk.lead();
    const { calls } = ports.buyersServers;
    const link = calls.find(({ url }) => url.includes("//acme."))?.body ?? "";
    const answerUrl = new URL(deliveryPayload.parse(JSON.parse(link)).data.answerUrl).pathname;
    await desk.world.ask("POST", answerUrl, { body: { action: "return", reason: "wrongData" } });
    const second = await desk.lead();
    const { body: seen } = await desk.ask("mia", "GET", `/v1/leads/${second}`);
    const { shares } = seen as { shares: { shareId: string; recipient: { buyerId?: string } }[] };
    const taken = shares.find(({ recipient }) => recipient.buyerId === "best")?.shareId;
    await desk.act("mia", second, `return?share=${taken}`, { reason: "asked by phone" });
    ports.buyersServers.answerWith(({ url }) => ({
      outcome: "answered",
      status: 200,
      body: JSON.stringify({ accepted: !url.includes("//best.") }),
    }));
    await desk.lead();
    await desk.pass(minute);
  });

  it("is summed for each buyer and told sale by sale, as it is described", async () => {
    const report = await desk.ask("mia", "GET", path);
    expect(undocumented(`GET ${path}`, report)).toEqual([]);
    expect(report).toMatchObject({
      status: 200,
      body: {
        items: [
          { buyerId: "acme", sold: 3, returned: 1, owed: [{ amount: 25, currency: "EUR" }] },
          { buyerId: "best", sold: 2, returned: 1, owed: [{ amount: 30.1, currency: "EUR" }] },
        ],
      },
    });
    const { sales } = report.body as { sales: { status: string }[] };
    expect(sales.map(({ status }) => status).toSorted()).toEqual(["returned", "sold", "sold", "sold", "takenBack"]);
  });

  it("is a table of one buyer's sales, safe to open", async () => {
    const { status, body } = await desk.ask("finn", "GET", `${path}?buyer=acme&format=csv`);
    expect(status).toBe(200);
    const { columns, rows } = parseCsv(String(body));
    expect(rows).toHaveLength(3);
    const column = (name: string) => rows.map(({ cells }) => cells[columns.indexOf(name)]);
    expect(column("owed.amount").toSorted()).toEqual(["", "12.5", "12.5"]);
    expect(new Set(column("name"))).toEqual(new Set(["'=Acme, Ltd"]));
  });

  it("is of leads received in the time, for managers and finance", async () => {
    for (const person of ["anna", "lena", "marta"] as const) {
      expect((await desk.ask(person, "GET", path)).status).toBe(403);
    }
    const before = "from=2025-01-01&to=2025-02-01";
    expect(await desk.ask("mia", "GET", `${path}?${before}`)).toMatchObject({ body: { items: [], sales: [] } });
    expect((await desk.ask("mia", "GET", `${path}?format=xml`)).status).toBe(422);
  });
});
