import { expect, it } from "vitest";
import { demoTenant } from "../../../infra/local/demo/demo-tenant.ts";
import { createAdminDesk } from "../../support/admin-desk.ts";

it("the plan of the first look passes the check: no errors, no warnings", async () => {
  const { team, areas, agents, source, plan } = demoTenant;
  const desk = createAdminDesk();
  for (const { id, body } of areas) await desk.put("areas", id, body);
  for (const { id, body } of agents) await desk.put("agents", id, body);
  await desk.put("sources", source.id, source.body);
  await desk.put("teams", team.id, team.body);
  expect((await desk.call("PUT /v1/plan", { body: plan })).status).toBe(201);
  const { status, body } = await desk.call("POST /v1/plan/check");
  expect({ status, body }).toEqual({ status: 200, body: { problems: expect.any(Array) } });
  expect(JSON.stringify(body)).not.toMatch(/"severity":"(?:error|warning)"/);
});
