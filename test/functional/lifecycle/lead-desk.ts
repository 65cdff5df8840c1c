import * as z from "zod";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { violations } from "../../support/world/invariants/invariants.ts";
import { createMemoryWorld } from "../../support/world/memory-world.ts";
import type { Answered, Execution } from "../../support/world/world.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const admin = { person: "root", groups: ["admin"] };
/** Three agents of one team in this order, its leader, an ISA of another, a manager. */
const people: Readonly<Record<Employee, { role?: string; team?: string; backups?: readonly string[] }>> = {
  anna: { backups: ["ben", "cem"] },
  ben: {},
  cem: {},
  lena: { role: "leader" },
  ida: { role: "isa", team: "inside" },
  mia: { role: "manager", team: "office" },
};
export type Employee = "anna" | "ben" | "cem" | "lena" | "ida" | "mia";
export type Person = Employee | "root" | "finn" | "marta";
const groupsOf = (person: Person): readonly string[] => {
  if (person === "root") return ["admin"];
  if (person === "finn") return ["finance"];
  if (person === "marta") return ["marketing"];
  return [people[person].role ?? "agent"];
};

const answeredLead = z.looseObject({ leadId: z.string(), status: z.string(), version: z.number().optional() });

export interface LeadDesk {
  readonly world: ReturnType<typeof createMemoryWorld>;
  /** A lead from the form; hot unless told otherwise. Answers its id. */
  lead(given?: Readonly<Record<string, unknown>>): Promise<string>;
  /** `POST /v1/leads/{id}/{action}`; then everything that follows from it. */
  act(person: Person, leadId: string, action: string, body?: unknown, key?: string): Promise<Answered>;
  ask(person: Person, method: string, path: string, body?: unknown): Promise<Answered>;
  state(leadId: string): Promise<LeadState>;
  agent(agentId: Employee, changes: object): Promise<void>;
  pass(ms: number): Promise<void>;
  /** The lead's executions, oldest first. */
  executions(leadId: string): Promise<readonly Execution[]>;
  /** `type` of every event in the history. */
  history(leadId: string): Promise<readonly string[]>;
  /** Notices to an agent (or to a team's leaders) about the lead, by kind. */
  told(leadId: string, to: string): Promise<readonly string[]>;
  /** Fails unless I1–I7 hold for every lead of this desk. */
  check(): Promise<void>;
}

/** A tenant with the default plan (round robin, then the pool), in memory and in virtual time. */
export async function openDesk(plan: object = {}, seed = 1): Promise<LeadDesk> {
  const world = createMemoryWorld(seed);
  const leadIds: string[] = [];
  const ask = (person: Person, method: string, path: string, body?: unknown, key?: string) =>
    world.ask(method, path, {
      as: { person, groups: groupsOf(person) },
      body,
      ...(key !== undefined && { headers: { "idempotency-key": key } }),
    });
  const put = async (path: string, body: object): Promise<Answered> => {
    const answer = await world.ask("PUT", path, { as: admin, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await world.settle();
    return answer;
  };
  const agent = async (agentId: Employee, changes: object) => {
    const body = { name: agentId, email: `${agentId}@example.com`, team: "city", ...people[agentId], ...changes };
    await put(`/v1/agents/${agentId}`, body);
  };
  for (const agentId of ["anna", "ben", "cem", "lena", "ida", "mia"] as const) await agent(agentId, {});
  await put("/v1/teams/city", { name: "City", leaderId: "lena" });
  const source = await put("/v1/sources/website", { name: "Website" });
  await put("/v1/plan", {
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [{ id: "all", method: { type: "roundRobin" }, overflow: "queue" }],
    fallback: { type: "pool" },
    ...plan,
  });
  const { key: sourceKey } = z.looseObject({ key: z.string() }).parse(source.body);

  const desk: LeadDesk = {
    world,
    ask,
    agent,
    async lead(given = {}) {
      const number = leadIds.length + 1;
      const body = {
        firstName: "Erika",
        lastName: "Mustermann",
        email: `p${number}@example.com`,
        temperature: "hot",
        ...given,
      };
      const answer = await world.ask("POST", "/v1/leads", { as: { key: sourceKey }, body });
      const { leadId } = answeredLead.parse(answer.body);
      leadIds.push(leadId);
      await world.settle();
      return leadId;
    },
    async act(person, leadId, action, body = {}, key) {
      const answer = await ask(person, "POST", `/v1/leads/${leadId}/${action}`, body, key);
      await world.settle();
      return answer;
    },
    async state(leadId) {
      const state = await world.ports.leads.state(leadId);
      if (state === undefined) throw new Error(`no lead ${leadId}`);
      return state;
    },
    pass: (ms) => world.advance(ms),
    async executions(leadId) {
      return (await world.executions()).filter(({ name }) => name.startsWith(leadId));
    },
    async history(leadId) {
      return (await world.ports.leads.history(leadId)).flatMap((item) => item.events.map(({ type }) => type));
    },
    async told(leadId, to) {
      const all = z.array(z.looseObject({ kind: z.string(), to: z.string() })).parse(await world.notices());
      return all
        .filter((notice) => notice.leadId === leadId && (notice.agentId === to || notice.to === to))
        .map(({ kind }) => kind);
    },
    async check() {
      const found = await violations(world, {
        leadIds,
        agentIds: Object.keys(people),
        capacityOf: () => 1000,
        forced: () => 0,
      });
      if (found.length > 0) throw new Error(found.join("\n"));
    },
  };
  return desk;
}

/** `lead.offered anna (unclaimed)` and so on, since the lead was received. */
export async function story({ world }: LeadDesk, leadId: string): Promise<readonly string[]> {
  const history = await world.ports.leads.history(leadId);
  return history
    .flatMap(({ events }) => events)
    .slice(1)
    .map(({ type, agentId, reason }) => `${type}${agentId ? ` ${agentId}` : ""}${reason ? ` (${reason})` : ""}`);
}

export const reached = { channel: "call", outcome: "reached" };
export const noAnswer = { channel: "call", outcome: "noAnswer" };
export const won = { value: { amount: 12_000, currency: "EUR" } };
