import { expect, test } from "vitest";
import * as z from "zod";
import { type LeadDesk, minute, openDesk } from "./lead-desk.ts";

const decision = z.looseObject({ chosen: z.array(z.string()), summary: z.string() });
const entries = z.object({
  items: z.array(z.looseObject({ type: z.string(), decision: z.looseObject(decision.shape).optional() })),
});

async function decisions(desk: LeadDesk, leadId: string): Promise<readonly z.infer<typeof decision>[]> {
  const { body } = await desk.ask("mia", "GET", `/v1/leads/${leadId}/history`);
  return entries.parse(body).items.flatMap((entry) => entry.decision ?? []);
}

const decisionNow = async (desk: LeadDesk, leadId: string) =>
  z.looseObject({ decision: decision.optional() }).parse((await desk.ask("mia", "GET", `/v1/leads/${leadId}`)).body)
    .decision;

test("whoever is asked next is explained like the first (F6, D8)", async () => {
  const desk = await openDesk();
  const leadId = await desk.lead();
  expect((await decisionNow(desk, leadId))?.chosen).toEqual(["anna"]);
  await desk.act("anna", leadId, "decline", { reason: "on holiday soon" });
  const next = (await desk.state(leadId)).offer?.agentId ?? "";
  const [first, second] = await decisions(desk, leadId);
  expect(first?.chosen).toEqual(["anna"]);
  expect(second?.chosen).toEqual([next]);
  expect(second?.summary).toMatch(/anna was asked before/);
  expect(await decisionNow(desk, leadId)).toMatchObject({ chosen: [next], summary: second?.summary });
  expect(JSON.stringify(await desk.world.ports.leads.history(leadId))).not.toContain("example.com");
  await desk.check();
});

test("a lead that had to wait no longer says that nobody can take it", async () => {
  const desk = await openDesk({ offers: { max: 5 } });
  for (const agentId of ["anna", "ben", "cem"] as const) await desk.agent(agentId, { status: "paused" });
  const leadId = await desk.lead();
  expect((await desk.state(leadId)).status).toBe("queued");
  await desk.agent("ben", { status: "active" });
  expect(await decisionNow(desk, leadId)).toMatchObject({ outcome: "agent", chosen: ["ben"] });
  const accepted = await desk.act("ben", leadId, "accept");
  expect(accepted.body).toMatchObject({ decision: { chosen: ["ben"] } });
  expect(await decisionNow(desk, leadId)).toMatchObject({ outcome: "agent", chosen: ["ben"] });
  await desk.act("mia", leadId, "assign", { agentId: "cem", reason: "knows the street" });
  expect(await decisionNow(desk, leadId)).toBeUndefined();
  expect((await decisions(desk, leadId)).map(({ chosen }) => chosen)).toEqual([[], ["ben"]]);
  await desk.pass(minute);
  await desk.check();
});
