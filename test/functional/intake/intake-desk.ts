import type { LeadAnswer } from "../../../shared/domain/intake/lead-answer.ts";
import { agentInput } from "../../../shared/schemas/agent.ts";
import { type LeadBody, leadBody } from "../../../shared/schemas/lead/lead.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { sourceInput } from "../../../shared/schemas/source.ts";
import { type Submitted, submitLead } from "../../../shared/usecases/intake/submit-lead.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { createMemoryPorts, type MemoryPorts } from "../../support/memory/memory-ports.ts";

const usualPlan = {
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  rules: [{ id: "all", method: { type: "roundRobin" } }],
  fallback: { type: "pool" },
} as const;

export const erika = { firstName: "Erika", email: "erika@example.com", phone: "0171 3920012" } as const;

interface DeskOptions {
  readonly plan?: Record<string, unknown> | null;
  readonly source?: Record<string, unknown>;
  readonly agents?: readonly string[];
  readonly seed?: number;
}

/** A tenant with a few agents, one source and a plan, all in memory. */
export async function openDesk(options: DeskOptions = {}): Promise<MemoryPorts> {
  const ports = createMemoryPorts({ seed: options.seed ?? 1 });
  await furnish(ports, options);
  return ports;
}

/** The tenant's configuration. */
export async function furnish(
  ports: Ports,
  { plan = {}, source = {}, agents = ["anna", "ben", "cem"] }: DeskOptions,
): Promise<void> {
  if (plan !== null) {
    await ports.config.savePlan(planInput.parse({ ...usualPlan, ...plan }), undefined);
  }
  for (const agentId of agents) {
    const input = agentInput.parse({ name: agentId, email: `${agentId}@example.org`, team: "berlin" });
    await ports.config.saveAgent(agentId, input, undefined);
  }
  await addSource(ports, "portal", source);
}

export async function addSource(ports: Ports, sourceId: string, input: Record<string, unknown> = {}): Promise<void> {
  await ports.config.saveSource(sourceId, sourceInput.parse({ name: sourceId, ...input }), undefined);
}

interface PostOptions {
  readonly key?: string;
  readonly sourceId?: string;
}

/** Posts a lead as the source's program would. */
export async function post(
  ports: Ports,
  json: unknown,
  { key, sourceId = "portal" }: PostOptions = {},
): Promise<Submitted> {
  const config = await ports.config.current();
  const source = config.sources.get(sourceId);
  if (source === undefined) throw new Error(`no source ${sourceId}`);
  return submitLead(ports, { source, config, json, keyHeader: key, locale: "en" });
}

/** The answer of a post that must be answered. */
export async function answered(submitted: Submitted | Promise<Submitted>): Promise<LeadAnswer> {
  const result = await submitted;
  if (result.outcome !== "answered") throw new Error(`not answered: ${JSON.stringify(result)}`);
  return result.answer;
}

/** BODY of a lead that must be there and fit its schema. */
export async function bodyOf(ports: Ports, leadId: string): Promise<LeadBody> {
  return leadBody.parse(await ports.leads.body(leadId));
}

/** Everyone's held leads, by agent. */
export async function heldBy(ports: MemoryPorts): Promise<Record<string, readonly string[]>> {
  const { agents } = await ports.config.current();
  return Object.fromEntries(await ports.loads.held([...agents.keys()]));
}

export const person = (number: number) => ({
  email: `person-${number}@example.com`,
  phone: `+4917139200${String(number % 100).padStart(2, "0")}`,
});

/** As a portal sends it. */
export const usualLead = {
  firstName: "Erika",
  lastName: "Mustermann",
  email: "erika.mustermann@example.com",
  phone: "+49 171 3920012",
  interest: "buyer",
  propertyType: "Wohnung",
  budget: { min: 350_000, max: 450_000, currency: "EUR" },
  timeline: "3m",
  postalCode: "10115",
  city: "Berlin",
  language: "de",
  message: "Ich interessiere mich für die Wohnung mit Balkon und bitte um einen Termin am Nachmittag.",
  campaign: "herbst-2026",
  attribution: { utm_source: "newsletter", utm_medium: "email" },
  consent: {
    given: true,
    text: "Ich stimme der Kontaktaufnahme zu.",
    version: "2026-01",
    givenAt: "2026-11-23T08:59:00Z",
  },
};
