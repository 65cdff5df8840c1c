import * as z from "zod";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { violations } from "./invariants/invariants.ts";
import type { LocalProduct } from "./local-product.ts";
import type { Answered } from "./world.ts";

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export const admin = { person: "root", groups: ["admin"] };
export const reached = { channel: "call", outcome: "reached" };
export const noAnswer = { channel: "call", outcome: "noAnswer" };
export const won = { value: { amount: 12_000, currency: "EUR" } };

const answeredLead = z.looseObject({
  leadId: z.string(),
  verdict: z.string(),
  status: z.string(),
  offer: z.looseObject({ agentId: z.string() }).optional(),
});
export type PostedLead = z.infer<typeof answeredLead>;

type Given = Readonly<Record<string, unknown>>;

/** A tenant of the running product, as its admin, senders and agents work with it. */
export interface LocalTenant {
  readonly world: LocalProduct;
  readonly sourceKey: string;
  agent(agentId: string, given?: Given): Promise<void>;
  plan(given: Given): Promise<void>;
  /** `POST /v1/leads` as it is answered; `given` on top of a new person's e-mail. */
  post(given?: Given, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Posts a lead that must be taken, then waits for all that follows. */
  lead(given?: Given): Promise<PostedLead>;
  /** To whom so many leads were offered, in order; `-` for a lead that nobody could take. */
  offered(count: number, given?: Given): Promise<readonly string[]>;
  ask(person: string, method: string, path: string, body?: unknown): Promise<Answered>;
  /** `POST /v1/leads/{id}/{action}`; then everything that follows from it. */
  act(person: string, leadId: string, action: string, body?: unknown): Promise<Answered>;
  state(leadId: string): Promise<LeadState>;
  /** `type` of every event in the history. */
  history(leadId: string): Promise<readonly string[]>;
  /** Of all the lead's executions. */
  transitions(leadId: string): Promise<number>;
  /** From now on only leads and agents that are yet to come are judged. */
  startAfresh(): void;
  /** What breaks I1–I7 when everything has come to rest; must be empty. */
  violations(): Promise<readonly string[]>;
}

const groupOf: Readonly<Record<string, string>> = { root: "admin", lena: "leader", mia: "manager", ida: "isa" };

/** Empties the product and sets up a source and a plan; agents are for the test to add. */
export async function openTenant(world: LocalProduct, plan: Given = {}): Promise<LocalTenant> {
  const leadIds = new Set<string>();
  const capacities = new Map<string, number>();
  const forced = new Map<string, number>();
  let people = 0;

  async function put(path: string, body: unknown): Promise<Answered> {
    const answer = await world.ask("PUT", path, { as: admin, body });
    if (answer.status >= 300) throw new Error(`PUT ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  const tenant: Omit<LocalTenant, "sourceKey"> = {
    world,
    async agent(agentId, given = {}) {
      const capacity = typeof given.capacity === "number" ? given.capacity : 15;
      capacities.set(agentId, Math.max(capacity, capacities.get(agentId) ?? 0));
      const body = { name: agentId, email: `${agentId}@example.com`, team: "city", locale: "en", ...given };
      await put(`/v1/agents/${agentId}`, body);
    },
    async plan(given) {
      const rules = [{ id: "all", method: { type: "roundRobin" }, overflow: "queue" }];
      const usual = { timezone: "Europe/Berlin", defaultCountry: "DE", rules, fallback: { type: "pool" } };
      await put("/v1/plan", { ...usual, ...given });
    },
    async post(given = {}, headers = {}) {
      people += 1;
      const body = { firstName: "Erika", lastName: `Muster ${people}`, email: `person${people}@example.com`, ...given };
      const answer = await world.ask("POST", "/v1/leads", { as: { key: sourceKey }, body, headers });
      if (answer.status < 300) leadIds.add(answeredLead.parse(answer.body).leadId);
      return answer;
    },
    async lead(given) {
      const { status, body } = await tenant.post(given);
      if (status >= 300) throw new Error(`POST /v1/leads: ${status} ${JSON.stringify(body)}`);
      await world.settle();
      return answeredLead.parse(body);
    },
    async offered(count, given) {
      const agents: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const { status, body } = await tenant.post(given);
        if (status >= 300) throw new Error(`POST /v1/leads: ${status} ${JSON.stringify(body)}`);
        agents.push(answeredLead.parse(body).offer?.agentId ?? "-");
      }
      await world.settle();
      return agents;
    },
    ask: (person, method, path, body) =>
      world.ask(method, path, { as: { person, groups: [groupOf[person] ?? "agent"] }, body }),
    async act(person, leadId, action, body = {}) {
      const answer = await tenant.ask(person, "POST", `/v1/leads/${leadId}/${action}`, body);
      if (action === "assign" && answer.status < 300) {
        const { agentId } = z.looseObject({ agentId: z.string() }).parse(body);
        forced.set(agentId, (forced.get(agentId) ?? 0) + 1);
      }
      await world.settle();
      return answer;
    },
    async state(leadId) {
      const state = await world.ports.leads.state(leadId);
      if (state === undefined) throw new Error(`no lead ${leadId}`);
      return state;
    },
    history: async (leadId) =>
      (await world.ports.leads.history(leadId)).flatMap(({ events }) => events.map(({ type }) => type)),
    transitions: async (leadId) =>
      (await world.executions(leadId)).reduce((sum, { billedTransitions }) => sum + billedTransitions, 0),
    startAfresh() {
      for (const known of [leadIds, capacities, forced]) known.clear();
    },
    async violations() {
      await world.settle();
      return violations(world, {
        leadIds: [...leadIds],
        agentIds: [...capacities.keys()],
        capacityOf: (agentId) => capacities.get(agentId) ?? 0,
        forced: (agentId) => forced.get(agentId) ?? 0,
      });
    },
  };

  await world.reset();
  await tenant.plan(plan);
  const source = await put("/v1/sources/website", { name: "Website" });
  const { key: sourceKey } = z.looseObject({ key: z.string() }).parse(source.body);
  return { ...tenant, sourceKey };
}
