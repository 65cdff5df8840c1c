import { beforeAll, describe, expect, it } from "vitest";
import { openApiRoute } from "../../functions/admin-api/resources/openapi.ts";
import { adminRoutes } from "../../functions/admin-api/routes.ts";
import { actionRoutes } from "../../functions/agent-api/actions.ts";
import { buyerAnswerRoutes } from "../../functions/agent-api/buyer-answers.ts";
import { leadRoutes } from "../../functions/agent-api/leads.ts";
import { linkRoutes } from "../../functions/agent-api/links.ts";
import { postEngagement } from "../../functions/intake/engagement.ts";
import { getForm, optionsForm, postForm } from "../../functions/intake/forms.ts";
import { postLead } from "../../functions/intake/leads.ts";
import { groups } from "../../shared/contract/groups.ts";
import { routes } from "../../shared/contract/routes.ts";
import { answerEvent } from "../../shared/runtime/http/http-function.ts";
import { agentInput } from "../../shared/schemas/agent.ts";
import { planInput } from "../../shared/schemas/plan/plan.ts";
import { createMemoryPorts, type MemoryPorts } from "../support/memory/memory-ports.ts";
import { apiEvent } from "../support/world/api-event.ts";
import type { Asker } from "../support/world/world.ts";

const served = {
  person: { ...leadRoutes, ...actionRoutes, ...adminRoutes },
  open: {
    "POST /v1/leads": postLead,
    "POST /v1/engagement": postEngagement,
    "POST /v1/forms/{formId}": postForm,
    "GET /v1/forms/{formId}": getForm,
    "OPTIONS /v1/forms/{formId}": optionsForm,
    "GET /v1/openapi.json": openApiRoute,
    ...linkRoutes,
    ...buyerAnswerRoutes,
  },
};
const ofPersons = routes.flatMap(({ route, access }) => (access.by === "person" ? [{ route, access }] : []));
const ofSources = routes.filter(({ access }) => access.by === "source").map(({ route }) => route);

describe("who may call what", () => {
  let ports: MemoryPorts;
  const ask = async (route: string, as?: Asker) => {
    const [method = "", pattern = ""] = route.split(" ");
    const path = pattern.replace("{id}", "ld_01J0000000000000000000000A").replace(/\{\w+\}/g, "unknown");
    const event = apiEvent(method, path, { ...(as && { as }), body: method === "GET" ? undefined : {} });
    const { statusCode = 0, body = "{}" } = await answerEvent(event, served, ports);
    return { status: statusCode, detail: String((JSON.parse(body) as { readonly detail?: unknown }).detail) };
  };

  beforeAll(async () => {
    ports = createMemoryPorts();
    await ports.config.savePlan(
      planInput.parse({ timezone: "Europe/Berlin", defaultCountry: "DE", rules: [], fallback: { type: "pool" } }),
      undefined,
    );
    const gone = { name: "Gone", email: "gone@example.com", team: "city", status: "inactive" };
    await ports.config.saveAgent("gone", agentInput.parse(gone), undefined);
  });

  it("every route of the contract is served, and no other", () => {
    const names = [...Object.keys(served.person), ...Object.keys(served.open)].sort();
    expect(names).toEqual(routes.map(({ route }) => route).sort());
  });

  it.each(ofPersons.flatMap(({ route, access }) => groups.map((group) => ({ route, group, access }))))(
    "$route by $group",
    async ({ route, group, access }) => {
      const { status, detail } = await ask(route, { person: "somebody", groups: [group] });
      if (access.groups.includes(group)) {
        expect(detail).not.toMatch(/^Your role may not/);
        expect(status).not.toBe(401);
        expect(status).toBeLessThan(500);
      } else {
        expect({ status, refused: /^Your role may not/.test(detail) }).toEqual({ status: 403, refused: true });
      }
    },
  );

  it.each(ofPersons.map(({ route }) => route))(
    "%s refuses strangers, sources, people without a group and leavers",
    async (route) => {
      expect((await ask(route)).status).toBe(401);
      expect((await ask(route, { key: "fl_src_somebody" })).status).toBe(401);
      expect((await ask(route, { person: "somebody", groups: [] })).status).toBe(403);
      expect((await ask(route, { person: "gone", groups: [...groups] })).status).toBe(403);
    },
  );

  it.each(ofSources)("%s refuses whoever has no source key", async (route) => {
    expect((await ask(route)).status).toBe(401);
    expect((await ask(route, { key: "fl_src_made-up" })).status).toBe(401);
    expect((await ask(route, { person: "admin", groups: ["admin"] })).status).toBe(401);
  });
});
