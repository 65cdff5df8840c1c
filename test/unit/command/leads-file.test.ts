import { describe, expect, it } from "vitest";
import { readLeads } from "../../../command/leads-file.ts";

const read = (text: string) => readLeads(text, { timezone: "Europe/Berlin", country: "DE" });

describe("leads in a CSV file", () => {
  it("are read by the API's names and by those of forms", () => {
    const { leads, bad } = read(
      [
        "Vorname;E-Mail;interest;PLZ;budget.max;company.size;custom.garden;Etage;utm_source;price;receivedAt;source",
        "Mia;mia@example.com;Kauf;01067;350.000 €;12;true;3;google;499000;2026-11-20T09:15:00Z;portal",
      ].join("\n"),
    );
    expect(bad).toEqual([]);
    expect(leads).toEqual([
      {
        place: "row 2",
        at: Date.parse("2026-11-20T09:15:00Z"),
        sourceId: "portal",
        input: {
          firstName: "Mia",
          email: "mia@example.com",
          interest: "Kauf",
          postalCode: "01067",
          budget: { max: 350_000, currency: "EUR" },
          company: { size: "12" },
          custom: { garden: true, Etage: 3 },
          attribution: { utm_source: "google" },
          price: { amount: 499_000, currency: "EUR" },
        },
      },
    ]);
  });

  it.each([
    ["2026-11-20T09:15:00+01:00", "2026-11-20T08:15:00.000Z"],
    ["2026-11-20 09:15", "2026-11-20T08:15:00.000Z"],
    ["20.11.2026 9:15", "2026-11-20T08:15:00.000Z"],
    ["2026-07-01", "2026-06-30T22:00:00.000Z"],
  ])("arrive at %s, in the plan's zone unless it says otherwise", (text, expected) => {
    const [lead] = read(`receivedAt,interest\n${text},Kauf`).leads;
    expect(new Date(lead?.at ?? 0).toISOString()).toBe(expected);
  });

  it("name the row that cannot be read, and go on", () => {
    const { leads, bad } = read(
      `receivedAt,email,geo.lat\nsoon,a@example.com,1\n,b@example.com,100\n,c@example.com,\n`,
    );
    expect(bad).toEqual([
      { row: 2, detail: "receivedAt: soon is no instant such as 2026-11-20T09:15:00Z" },
      { row: 3, detail: expect.stringContaining("geo.lat") },
    ]);
    expect(leads.map(({ place }) => place)).toEqual(["row 4"]);
  });

  it("leave out a row with a cell too many, but not one with empty cells at its end", () => {
    const { leads, bad } = read("email;city\na@example.com;Bonn;;\nb@example.com;Bonn; am Rhein\nc@example.com;Köln\n");
    expect(bad).toEqual([{ row: 3, detail: expect.stringContaining("has 3 cells, but there are 2 columns") }]);
    expect(leads.map(({ place }) => place)).toEqual(["row 2", "row 4"]);
  });
});
