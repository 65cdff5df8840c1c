import { expect, test } from "vitest";
import { day, hour, openDesk } from "../lifecycle/lead-desk.ts";
import { inMs, leads, picking, pool, portsOf, refusal, second } from "./pick-desk.ts";

test("whoever missed a lead may pick it again where misses have no consequences (E3)", async () => {
  const nobodyElse = { pool: { agents: ["anna"] } };
  const desk = await openDesk(picking({ misses: false, quotas: false }, nobodyElse));
  const [leadId = ""] = await leads(desk, 1);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  await desk.pass(2 * hour + second);
  expect((await portsOf(desk).picks.picksOf("anna")).misses).toMatchObject([{ leadId }]);
  const [row] = (await pool(desk)).items;
  expect([row?.leadId, row?.obstacle]).toEqual([leadId, undefined]);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  await desk.check();
});

test("else it is for others until the miss is forgotten, a week later, as the refusal says (E3)", async () => {
  const desk = await openDesk(picking({ quotas: false }, { pool: { agents: ["anna"] } }));
  const [leadId = ""] = await leads(desk, 1);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
  await desk.pass(2 * hour + second);
  const refused = await refusal(desk, leadId);
  expect(refused).toMatchObject({ reason: "missed", detail: expect.stringMatching(/^You did not reach .* Until /) });
  expect(inMs(desk, refused.until)).toBeGreaterThan(7 * day - 10 * second);
  await desk.pass(7 * day);
  expect((await desk.act("anna", leadId, "claim")).status).toBe(200);
});
