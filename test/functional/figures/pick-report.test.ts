import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parseCsv } from "../../../command/csv.ts";
import { receivedLeads } from "../../../shared/usecases/figures/received-leads.ts";
import { undocumented } from "../../support/documented.ts";
import { day, hour, type LeadDesk, minute, openDesk, reached, won } from "../lifecycle/lead-desk.ts";

const pool = {
  rules: [{ id: "picks", when: { field: "product", op: "eq", value: "pick" }, method: { type: "pool" } }],
};
const path = "/v1/reports/cherry-pick";
const route = `GET ${path}`;
const answer = z.looseObject({
  items: z.array(z.looseObject({ agentId: z.string() })),
  warnings: z.array(z.looseObject({ kind: z.string(), text: z.string() })),
});

/** Anna picks six leads an hour after they came, wins two of them; ben gets three assigned. */
async function aDay(): Promise<LeadDesk> {
  const rules = [...pool.rules, { id: "all", method: { type: "agent", agentId: "ben" } }];
  const desk = await openDesk({ rules, scoring: { base: 90 } });
  await desk.agent("anna", { name: "=cmd|Anna, Berger" });
  for (let n = 0; n < 6; n += 1) {
    const leadId = await desk.lead({ product: "pick", company: { size: "51-200" } });
    await desk.pass(hour);
    expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
    await desk.pass(10 * minute);
    await desk.act("anna", leadId, "contact", reached);
    if (n < 2) await desk.act("anna", leadId, "convert", won);
  }
  for (let n = 0; n < 3; n += 1) {
    const leadId = await desk.lead();
    await desk.act("ben", leadId, "accept");
    await desk.act("ben", leadId, "contact", reached);
  }
  await desk.lead({ product: "pick" });
  await desk.pass(minute);
  return desk;
}

describe("the fairness watch (E8)", () => {
  test("what was picked beside what was assigned, for leaders and managers, as it is described", async () => {
    const desk = await aDay();
    const report = await desk.ask("mia", "GET", path);
    expect(undocumented(route, report)).toEqual([]);
    expect(report).toMatchObject({
      status: 200,
      body: {
        ...{ leads: 10, posted: 7, claims: 6 },
        all: { picked: { leads: 6, converted: 2 }, assigned: { leads: 3, converted: 0, conversion: 0 } },
        items: [
          {
            agentId: "anna",
            picked: { leads: 6, contacted: 6, converted: 2, conversion: 0.3333, meanScore: 90 },
            assigned: { leads: 0 },
            minutesClaimToContact: 10,
            minutesToClaim: 60,
            sources: { website: 6 },
            companySizes: { "50-249": 6 },
            aged: 0,
          },
          { agentId: "ben", picked: { leads: 0 }, assigned: { leads: 3 }, sources: {}, companySizes: {} },
        ],
      },
    });
    expect((await desk.ask("lena", "GET", path)).body).toMatchObject({
      items: [{ agentId: "anna" }, { agentId: "ben" }],
    });
    for (const person of ["anna", "ida", "finn", "marta"] as const) {
      expect((await desk.ask(person, "GET", path)).status).toBe(403);
    }
  });

  test("a leader sees the own team's rows and warnings only; a time without leads has none", async () => {
    const desk = await aDay();
    await desk.agent("anna", { name: "Anna", team: "harbour" });
    const lena = answer.parse((await desk.ask("lena", "GET", path)).body);
    expect(lena.items.map(({ agentId }) => agentId)).toEqual(["ben"]);
    const before = await desk.ask("mia", "GET", `${path}?from=2026-09-01&to=2026-10-01`);
    expect(before.body).toMatchObject({ leads: 0, posted: 0, claims: 0, items: [], warnings: [] });
  });

  test("as a table that no spreadsheet computes, with the warnings in the reader's words", async () => {
    const desk = await aDay();
    for (let n = 0; n < 10; n += 1) await desk.lead({ product: "pick", temperature: "cold" });
    await desk.pass(25 * hour);
    const as = { person: "mia", groups: ["manager"] };
    const headers = { "accept-language": "de" };
    const { body, ...table } = await desk.world.ask("GET", `${path}?format=csv`, { as, headers });
    expect(undocumented(route, { ...table, body })).toEqual([]);
    expect(table.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="cherry-pick_[\d-]{10}_[\d-]{10}\.csv"$/),
    });
    const { columns, rows } = parseCsv(String(body));
    const cell = (row: number, column: string) => rows[row]?.cells[columns.indexOf(column)];
    expect(rows.map(({ cells }) => [cells.length, cells[0]])).toEqual(
      ["anna", "ben", "all"].map((agentId) => [columns.length, agentId]),
    );
    expect(cell(0, "name")).toBe("'=cmd|Anna, Berger");
    expect([cell(0, "picked.leads"), cell(0, "sources"), cell(0, "companySize.50-249")]).toEqual([
      "6",
      "Website: 6",
      "6",
    ]);
    expect(cell(2, "picked.leads")).toBe("6");
    expect(cell(2, "warnings")).toMatch(
      /^64,7.% der Leads im Pool \(11 von 17\) wollte länger als 24 Stunden niemand\./,
    );
  });

  test("complaints by agent and in all, with their reasons for those who lead the agent, and a warning (F4)", async () => {
    const desk = await aDay();
    await desk.agent("cem", { team: "harbour" });
    const leadId = await desk.lead({ product: "pick" });
    await desk.act("anna", leadId, "claim");
    for (const person of ["cem", "ben", "ben"] as const) {
      expect((await desk.act(person, leadId, "complain", { reason: `unfair to ${person}` })).status).toBe(200);
    }
    await desk.pass(minute);
    const by = (agentId: string) => ({ leadId, agentId, about: 3, ruleId: "picks", reason: `unfair to ${agentId}` });
    const report = await desk.ask("mia", "GET", path);
    expect(undocumented(route, report)).toEqual([]);
    expect(report.body).toMatchObject({
      all: { complaints: 2 },
      items: [
        { agentId: "anna", complaints: 0 },
        { agentId: "ben", complaints: 1, assigned: { leads: 3 } },
        { agentId: "cem", complaints: 1, picked: { leads: 0 }, assigned: { leads: 0 } },
      ],
      complaints: expect.arrayContaining([expect.objectContaining(by("ben")), expect.objectContaining(by("cem"))]),
    });
    expect(answer.parse(report.body).warnings.map(({ kind }) => kind)).toContain("complaints");
    expect((await desk.ask("lena", "GET", path)).body).toMatchObject({
      all: { complaints: 2 },
      complaints: [by("ben")],
    });
    const table = await desk.world.ask("GET", `${path}?format=csv`, { as: { person: "mia", groups: ["manager"] } });
    const { columns, rows } = parseCsv(String(table.body));
    expect(rows.map(({ cells }) => [cells[0], cells[columns.indexOf("complaints")]])).toEqual([
      ["anna", "0"],
      ["ben", "1"],
      ["cem", "1"],
      ["all", "2"],
    ]);
    await desk.world.ask("DELETE", `/v1/leads/${leadId}`, { as: { person: "mia", groups: ["manager"] } });
    await desk.world.settle();
    const after = await desk.ask("mia", "GET", path);
    expect(after.body).toMatchObject({ all: { complaints: 2 } });
    expect(JSON.stringify(after.body)).not.toContain("unfair to");
  });

  test("asked in a wrong way, it says how to ask", async () => {
    const desk = await openDesk();
    const refused = async (query: string, pointer: string) =>
      expect(await desk.ask("mia", "GET", `${path}?${query}`)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
    await refused("format=xml", "/format");
    await refused("from=yesterday", "/from");
    await refused("from=2026-11-02&to=2026-11-01", "/from");
    await refused("from=2026-01-01&to=2026-11-01", "/from");
  });
});

describe("the leads of a time", () => {
  test("reach over short months, and reading stops soon after the most that were asked for", async () => {
    const desk = await openDesk();
    await desk.pass(Date.parse("2027-01-31T12:00:00Z") - desk.world.now());
    const ids: string[] = [];
    for (const _ of [1, 2, 3]) {
      ids.push(await desk.lead());
      await desk.pass(14 * day);
    }
    const { leads } = desk.world.ports;
    const span = { from: Date.parse("2027-01-31T00:00:00Z"), to: Date.parse("2027-03-02T00:00:00Z") };
    const read = async (most?: number) =>
      (await receivedLeads(leads, ["website"], span, most)).map(({ leadId }) => leadId);
    expect(await read()).toEqual(ids);
    expect(await read(0)).toEqual(ids.slice(0, 1));
  });
});
