import { describe, expect, it } from "vitest";
import { agentInput } from "../../../shared/schemas/agent.ts";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { engageLead } from "../../../shared/usecases/lifecycle/actions/record-engagement.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { routingConfig } from "../../support/routing-fixtures.ts";
import { answered, bodyOf, openDesk, post } from "./intake-desk.ts";

const day = 86_400_000;
let people = 0;
const person = (given: object = {}) => {
  people += 1;
  return { firstName: "Erika", email: `erika-${people}@gmx.de`, ...given };
};

const openAccounts = (continuity: object = {}) => openDesk({ plan: { continuity: { account: true, ...continuity } } });

const arrive = (ports: MemoryPorts, lead: object) => answered(post(ports, lead));
const turns = async (ports: MemoryPorts) => (await ports.rotation.sequence("all"))?.n ?? 0;

/** The lead becomes the agent's, as if accepted or assigned by a leader. */
async function own(ports: MemoryPorts, leadId: string, ownerId: string) {
  const state = await ports.leads.state(leadId);
  if (!state) throw new Error("no state");
  const { offer: _, ...rest } = state;
  const next: LeadState = {
    ...rest,
    status: "accepted",
    ownerId,
    assignedAt: ports.clock.now(),
    version: 3,
    commitId: "own",
  };
  await ports.leads.commit(state.version, next);
}

async function change(ports: MemoryPorts, agentId: string, given: object) {
  const input = agentInput.parse({ name: agentId, email: `${agentId}@example.org`, team: "berlin", ...given });
  await ports.config.saveAgent(agentId, input, undefined);
}

describe("a known account (C12)", () => {
  it.each([
    ["by its account id", { accountId: "4711" }, { accountId: "4711" }],
    [
      "by its domain",
      { company: { domain: "https://www.Acme.example/team" } },
      { company: { domain: "acme.example" } },
    ],
    ["by the domain of a business address", { company: { domain: "acme.example" } }, { email: "kim@acme.example" }],
    [
      "when the parent came first",
      { company: { domain: "acme.example" } },
      { company: { domain: "sub.example", parent: "acme.example" } },
    ],
    [
      "when the subsidiary came first",
      { company: { domain: "sub.example", parent: "acme.example" } },
      { email: "kim@acme.example" },
    ],
    [
      "when another subsidiary came first",
      { company: { domain: "sub.example", parent: "Acme Holding" } },
      { company: { domain: "other.example", parent: "acme holding" } },
    ],
  ])("goes to whoever has it %s; the rotation does not move", async (_how, first, second) => {
    const ports = await openAccounts();
    const { leadId } = await arrive(ports, person(first));
    await own(ports, leadId, "cem");
    const before = await turns(ports);
    const later = await arrive(ports, person(second));
    expect(later).toMatchObject({ offer: { agentId: "cem" }, decision: { ruleId: "continuity", method: "owner" } });
    expect(await turns(ports)).toBe(before);
    expect((await arrive(ports, person())).offer?.agentId).toBe("ben");
  });

  it.each([
    [{ email: "kim@gmail.com" }, { email: "sam@gmail.com" }],
    [{ email: "kim@gmx.at" }, { email: "sam@gmx.at" }],
    [{ company: { domain: "web.de" } }, { company: { domain: "web.de" } }],
    [{ company: { parent: "t-online.de" } }, { company: { parent: "t-online.de" } }],
    [{ email: "kim@mailinator.com" }, { email: "sam@mailinator.com" }],
  ])("is never a service where anybody has an address: %j", async (first, second) => {
    const ports = await openAccounts();
    const { leadId } = await arrive(ports, person(first));
    await own(ports, leadId, "cem");
    expect(await arrive(ports, person(second))).toMatchObject({
      offer: { agentId: "ben" },
      decision: { ruleId: "all" },
    });
  });

  it("is nobody's if the plan does not want it", async () => {
    const ports = await openDesk();
    const { leadId } = await arrive(ports, person({ accountId: "1" }));
    await own(ports, leadId, "cem");
    expect((await arrive(ports, person({ accountId: "1" }))).decision?.ruleId).toBe("all");
  });

  it("is routed like any other while its agent is away, with the reason, and is the agent's again afterwards", async () => {
    const ports = await openAccounts();
    const { leadId } = await arrive(ports, person({ accountId: "1" }));
    await own(ports, leadId, "cem");
    const now = ports.clock.now();
    await ports.config.addTimeOff({ timeOffId: "t1", agentId: "cem", from: now, to: now + 7 * day });
    const during = await arrive(ports, person({ accountId: "1" }));
    expect(during.offer?.agentId).toBe("ben");
    expect((await bodyOf(ports, during.leadId)).decision?.rules[0]).toMatchObject({
      ruleId: "continuity",
      why: { note: "knownCompany", nobody: { away: 1 } },
    });
    ports.clock.advance(8 * day);
    expect((await arrive(ports, person({ accountId: "1" }))).offer?.agentId).toBe("cem");
  });

  it.each([
    ["inactive", (ports: MemoryPorts) => change(ports, "cem", { status: "inactive" })],
    ["gone", async (ports: MemoryPorts) => void (await ports.config.deleteAgent("cem"))],
  ])("passes on when its agent is %s, and the trace says so", async (_what, leave) => {
    const ports = await openAccounts();
    const { leadId } = await arrive(ports, person({ accountId: "1" }));
    await own(ports, leadId, "cem");
    await leave(ports);
    const next = await arrive(ports, person({ accountId: "1" }));
    expect(next.offer?.agentId).toBe("ben");
    expect((await bodyOf(ports, next.leadId)).decision?.rules[0]).toMatchObject({
      ruleId: "continuity",
      why: { nobody: { inactive: 1 } },
    });
    await own(ports, next.leadId, "ben");
    await arrive(ports, person());
    expect((await arrive(ports, person({ accountId: "1" }))).offer?.agentId).toBe("ben");
  });

  it("goes to the agent of the account when the person's own has left", async () => {
    const ports = await openAccounts();
    const mine = await arrive(ports, { ...person(), phone: "+493023125011" });
    await own(ports, mine.leadId, "cem");
    const firm = await arrive(ports, person({ accountId: "1" }));
    await own(ports, firm.leadId, "anna");
    await change(ports, "cem", { status: "inactive" });
    ports.clock.advance(100 * day);
    const later = await arrive(ports, { ...person({ accountId: "1" }), phone: "+493023125011" });
    expect(later).toMatchObject({ offer: { agentId: "anna" }, decision: { ruleId: "continuity" } });
  });

  it("belongs to nobody any more after the resting period", async () => {
    const ports = await openAccounts({ restingPeriod: "P30D" });
    const { leadId } = await arrive(ports, person({ accountId: "1" }));
    await own(ports, leadId, "cem");
    ports.clock.advance(29 * day);
    expect((await arrive(ports, person({ accountId: "1" }))).offer?.agentId).toBe("cem");
    ports.clock.advance(2 * day);
    expect((await arrive(ports, person({ accountId: "1" }))).decision?.ruleId).toBe("all");
  });

  it("has its place among the rules if the plan says so; the rotation does not move either", async () => {
    const ports = await openDesk({
      plan: {
        continuity: { account: true, place: "asRule" },
        rules: [
          {
            id: "sellers",
            when: { field: "interest", op: "eq", value: "seller" },
            method: { type: "agent", agentId: "anna" },
          },
          { id: "known", method: { type: "owner" } },
          { id: "all", method: { type: "roundRobin" } },
        ],
      },
    });
    const { leadId } = await arrive(ports, person({ accountId: "1" }));
    await own(ports, leadId, "cem");
    const before = await turns(ports);
    expect((await arrive(ports, person({ accountId: "1", interest: "seller" }))).offer?.agentId).toBe("anna");
    expect(await arrive(ports, person({ accountId: "1" }))).toMatchObject({
      offer: { agentId: "cem" },
      decision: { ruleId: "known", method: "owner" },
    });
    expect(await turns(ports)).toBe(before);
  });
});

describe("an outbound contact", () => {
  it("whose agent has left is routed like any other, with the reason", async () => {
    const ports = await openDesk();
    await change(ports, "cem", { status: "inactive" });
    const lead = await arrive(ports, person({ channel: "outbound", firstContactBy: "cem" }));
    expect(lead).toMatchObject({ status: "offered", offer: { agentId: "anna" } });
    expect((await bodyOf(ports, lead.leadId)).decision?.rules[0]).toMatchObject({ why: { nobody: { inactive: 1 } } });
  });

  it("of somebody who is not in the team is told as that", async () => {
    const ports = await openDesk();
    const lead = await arrive(ports, person({ channel: "outbound", firstContactBy: "nobody" }));
    expect(lead).toMatchObject({ status: "offered", offer: { agentId: "anna" } });
    expect(lead.decision?.rules[0]?.why).toBe("the sender names somebody for the first contact who is not in the team");
  });

  it("says that it was a first contact, and a company that it is known", async () => {
    const ports = await openAccounts();
    const mine = await arrive(ports, person({ channel: "outbound", firstContactBy: "cem", accountId: "7" }));
    expect(mine.decision?.summary).toBe("First contact by us: cem made the first contact with this person.");
    const colleague = await arrive(ports, person({ accountId: "7" }));
    expect(colleague.decision?.summary).toBe("Known company: cem has this company already.");
  });

  it("does not move the rotation", async () => {
    const ports = await openDesk();
    await arrive(ports, person({ channel: "outbound", firstContactBy: "cem" }));
    expect(await turns(ports)).toBe(0);
  });
});

describe("a known person whom marketing still has", () => {
  it("goes to the own agent at handover", async () => {
    const ports = await openDesk({
      plan: {
        scoring: {
          base: 50,
          rules: [
            { when: { field: "interest", op: "eq", value: "other" }, points: -30, why: "only looks" },
            { when: { field: "engagement", op: "eq", value: "demo" }, points: 40, why: "asked for a demo" },
          ],
          handoverAt: 40,
        },
      },
    });
    const first = await arrive(ports, { ...person(), phone: "+493023125012" });
    await own(ports, first.leadId, "cem");
    ports.clock.advance(100 * day);
    const later = await arrive(ports, { ...person({ interest: "other" }), phone: "+493023125012" });
    expect(later).toMatchObject({ status: "nurture" });
    expect((await bodyOf(ports, later.leadId)).first.knownTo).toBe("cem");
    const before = await turns(ports);
    const config = await routingConfig(ports);
    const engagement = { type: "demo", at: new Date(ports.clock.now()).toISOString() };
    await engageLead(ports, config, { leadId: later.leadId, actor: "source:portal", engagement });
    expect(await ports.leads.state(later.leadId)).toMatchObject({ status: "offered", offer: { agentId: "cem" } });
    expect(await turns(ports)).toBe(before);
  });
});
