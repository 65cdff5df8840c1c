import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../shared/contract/routes.ts";
import type { LeadActionType } from "../../shared/schemas/lead/lead-actions.ts";
import type { Asker } from "../support/world/world.ts";
import { type LeadDesk, openDesk, reached, won } from "./lifecycle/lead-desk.ts";

/** Well-formed, so that nothing but the person can be the reason for an answer. */
const bodies: Readonly<Record<LeadActionType, object>> = {
  accept: {},
  decline: { reason: "no time" },
  claim: {},
  open: {},
  contact: reached,
  qualify: { checklist: {} },
  handover: {},
  appointment: { at: "2026-12-01T10:00:00Z" },
  convert: won,
  lose: { reason: "bought elsewhere" },
  unqualify: { reason: "wrong data" },
  feedback: { rating: 3 },
  engagement: { type: "pricingPage" },
  assign: { agentId: "cem", reason: "knows the street" },
  return: { reason: "no such person" },
  complain: { reason: "was my turn" },
};
const leadRoutes = routes.flatMap(({ route, access }) =>
  route.includes("/v1/leads/{id}") && access.by === "person" ? [{ route, groups: access.groups }] : [],
);
const unknown = "ld_01JD0000000000000000000009";

/** Signed in properly, in a group that the routes name, but this lead is none of theirs. */
const outsiders: Readonly<Record<string, Asker & { readonly groups: readonly string[] }>> = {
  "a colleague": { person: "ben", groups: ["agent"] },
  "an ISA": { person: "ida", groups: ["isa"] },
  "the leader of no team of this kind": { person: "otto", groups: ["leader"] },
  "somebody who is no agent here": { person: "nobody", groups: ["agent"] },
  "an agent of a name written in another way": { person: "Anna", groups: ["agent"] },
};

describe("a lead that is somebody else's", () => {
  let desk: LeadDesk;
  let offered: string;
  let owned: string;
  beforeAll(async () => {
    desk = await openDesk();
    offered = await desk.lead();
    // Ben's and Cem's turns pass, so that both leads are Anna's.
    for (const agentId of ["ben", "cem"] as const) await desk.act(agentId, await desk.lead(), "accept");
    owned = await desk.lead();
    await desk.act("anna", owned, "accept");
    expect((await desk.state(offered)).offer?.agentId).toBe("anna");
    expect((await desk.state(owned)).ownerId).toBe("anna");
  });

  const call = (route: string, leadId: string, as: Asker) => {
    const [method = "", path = ""] = route.split(" ");
    const action = path.split("/")[4] as LeadActionType | undefined;
    const body = method === "POST" ? bodies[action ?? "accept"] : method === "PATCH" ? { city: "Bonn" } : undefined;
    return desk.world.ask(method, path.replace("{id}", leadId), { as, body });
  };

  const cases = Object.entries(outsiders).flatMap(([who, as]) =>
    leadRoutes
      .filter(({ groups }) => groups.some((group) => as.groups.includes(group)))
      .map(({ route }) => ({ who, as, route })),
  );
  test.each(cases)("$route answers $who as if there were no such lead, and changes nothing", async ({ as, route }) => {
    const none = await call(route, unknown, as);
    expect(none).toMatchObject({ status: 404, body: { title: "Not found", detail: expect.stringMatching(/no such/) } });
    for (const leadId of [offered, owned]) {
      const { version } = await desk.state(leadId);
      expect(await call(route, leadId, as)).toEqual(none);
      await desk.world.settle();
      expect((await desk.state(leadId)).version).toBe(version);
    }
  });

  test("marketing and finance may look, but at nothing personal, and may not act", async () => {
    for (const group of ["marketing", "finance"]) {
      const as = { person: "maria", groups: [group] };
      const seen = await call("GET /v1/leads/{id}", owned, as);
      expect(seen.status).toBe(200);
      expect(JSON.stringify(seen.body)).not.toMatch(/Erika|Mustermann|example\.com/);
      for (const { route } of leadRoutes.filter(
        ({ route: each }) => each.startsWith("POST") && !/engagement/.test(each),
      )) {
        expect((await call(route, owned, as)).status).toBe(403);
      }
    }
  });

  test("an agent may not enter a colleague's absence, nor end it", async () => {
    const dates = { from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z" };
    const path = "/v1/agents/anna/time-off";
    const { body } = await desk.ask("anna", "POST", path, dates);
    const { timeOffId } = body as { readonly timeOffId: string };
    expect((await desk.ask("ben", "POST", path, dates)).status).toBe(403);
    expect((await desk.ask("ben", "DELETE", `${path}/${timeOffId}`)).status).toBe(403);
    expect((await desk.ask("anna", "GET", path)).body).toMatchObject({ items: [{ timeOffId }] });
  });

  test("who was deactivated is refused at the next call, whatever the token says", async () => {
    await desk.agent("anna", { status: "inactive" });
    for (const { route } of leadRoutes) {
      expect((await call(route, owned, { person: "anna", groups: ["agent", "manager", "admin"] })).status).toBe(403);
    }
    await desk.agent("anna", {});
    expect((await call("GET /v1/leads/{id}", owned, { person: "anna", groups: ["agent"] })).status).toBe(200);
  });
});
