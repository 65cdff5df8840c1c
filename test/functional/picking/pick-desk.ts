import * as z from "zod";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import type { LeadDesk, Person } from "../lifecycle/lead-desk.ts";

export const second = 1000;
export const picking = (cherryPick: object = {}, method: object = {}) => ({
  rules: [{ id: "pick", method: { type: "cherryPick", ...method } }],
  cherryPick: { ratios: false, ...cherryPick },
});
export const plainPool = { rules: [{ id: "pool", method: { type: "pool" } }] };

export const portsOf = ({ world }: LeadDesk) => world.ports as MemoryPorts;
export const picksOf = async (desk: LeadDesk, agentId: string) => (await portsOf(desk).picks.picksOf(agentId)).claims;

export async function leads(
  desk: LeadDesk,
  count: number,
  given: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await desk.lead(given));
  return ids;
}

const page = z.looseObject({
  items: z.array(z.looseObject({ leadId: z.string(), claimableAt: z.string().optional() })),
  picking: z.looseObject({}).optional(),
});
export const pool = async (desk: LeadDesk, person: Person = "anna") =>
  page.parse((await desk.ask(person, "GET", "/v1/pool")).body);

/** What a refused claim says. */
export const refusal = async (desk: LeadDesk, leadId: string, person: Person = "anna") => {
  const { status, body } = await desk.act(person, leadId, "claim");
  return { status, ...(body as { reason?: string; until?: string; detail?: string; type: string; title: string }) };
};
export const inMs = (desk: LeadDesk, until: string | undefined) => Date.parse(until ?? "") - desk.world.now();
