import { describe, expect, test } from "vitest";
import * as z from "zod";
import { hour, type LeadDesk, openDesk, type Person } from "../lifecycle/lead-desk.ts";
import { leads, picking, plainPool, pool, second } from "./pick-desk.ts";

const page = z.looseObject({ items: z.array(z.looseObject({ leadId: z.string() })) });
const listed = async (desk: LeadDesk, person: Person, filter: string) =>
  page.parse((await desk.ask(person, "GET", `/v1/leads?${filter}`)).body).items.map(({ leadId }) => leadId);
const seen = async (desk: LeadDesk, person: Person, leadId: string) =>
  (await desk.ask(person, "GET", `/v1/leads/${leadId}`)).status;

describe("a lead that is to be picked (E1, E2)", () => {
  test("is seen in the pool, and by itself only by whoever has it open", async () => {
    const desk = await openDesk(picking({ quotas: false }));
    const [leadId = "", other = ""] = await leads(desk, 2);
    const filters = ["status=pooled", "status=held", "sourceId=website"];
    await desk.act("ben", other, "open");
    for (const person of ["anna", "ida"] as const) {
      for (const filter of filters) expect(await listed(desk, person, filter), `${person} ${filter}`).toEqual([]);
      for (const id of [leadId, other]) expect(await seen(desk, person, id)).toBe(404);
    }
    expect((await pool(desk)).items.map((row) => row.leadId)).toEqual([leadId, other]);
    expect([await seen(desk, "ben", other), await seen(desk, "ben", leadId)]).toEqual([200, 404]);
    expect(await listed(desk, "ben", "status=held")).toEqual([other]);
    // Who watches over the pool sees everything in it.
    for (const person of ["lena", "mia", "root"] as const) {
      expect([await seen(desk, person, leadId), await seen(desk, person, other)]).toEqual([200, 200]);
      expect(await listed(desk, person, "status=pooled")).toEqual([leadId]);
    }
    await desk.check();
  });

  test("is still seen by whoever had it before", async () => {
    const desk = await openDesk(picking({ quotas: false }, { pool: { agents: ["anna"] } }));
    const leadId = await desk.lead();
    await desk.act("anna", leadId, "claim");
    await desk.pass(2 * hour + second);
    expect((await desk.state(leadId)).status).toBe("pooled");
    expect(await seen(desk, "anna", leadId)).toBe(200);
  });
});

test("a lead of the plain pool is seen by everybody who may claim it (C9)", async () => {
  const desk = await openDesk(plainPool);
  const leadId = await desk.lead();
  expect(await seen(desk, "anna", leadId)).toBe(200);
  expect(await listed(desk, "anna", "status=pooled")).toEqual([leadId]);
});
