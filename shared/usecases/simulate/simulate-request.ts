import type * as z from "zod";
import { medianOpenTime } from "../../domain/simulation/median-open-time.ts";
import { day, durationMs } from "../../domain/time/durations.ts";
import { mostSimulated, type planSimulateRequest } from "../../schemas/plan/plan-trial.ts";
import type { Locale } from "../../schemas/primitives.ts";
import { done, type Outcome, refused } from "../configuration/outcome.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { type GivenLead, givenLeads } from "./given-leads.ts";
import type { LeadToReplay } from "./lead-to-replay.ts";
import { pastLeads } from "./past-leads.ts";
import { simulatePlan } from "./simulate-plan.ts";
import { simulationView } from "./simulation-view.ts";

type SimulateInput = z.infer<typeof planSimulateRequest>;
type SimulatePorts = {
  readonly clock: Ports["clock"];
  readonly leads: Pick<Ports["leads"], "body" | "listBySource" | "states">;
};

/** Past leads are looked at so far back unless the request says otherwise. */
const usualSpan = 30 * day;

interface Replayable {
  readonly leads: readonly LeadToReplay[];
  readonly leftOut: number;
  /** ms; what the past leads suggest. */
  readonly openFor: number;
}

/** `POST /v1/plan/simulate`: the leads of a span, or those given, by a plan that is not in force (F9). Reads only. */
export async function simulateRequest(
  ports: SimulatePorts,
  config: Configuration,
  input: SimulateInput,
  locale: Locale,
): Promise<Outcome<ReturnType<typeof simulationView>>> {
  if (input.sourceId !== undefined && !config.sources.has(input.sourceId)) {
    return invalid("/sourceId", `there is no source ${input.sourceId}`);
  }
  const replayable = input.leads ? given(input, config, ports.clock.now()) : done(await past(ports, config, input));
  if (!replayable.done) return replayable;
  const found = replayable.value;
  if (found === "tooMany") {
    return invalid(
      "/from",
      `more than ${mostSimulated} leads arrived in this time; choose a shorter one, or one source`,
    );
  }
  const openFor = input.openFor === undefined ? found.openFor : durationMs(input.openFor);
  const plan = { ...input.plan, version: config.planVersion + 1 };
  const simulation = await simulatePlan({ config, plan, leads: found.leads, openFor, trace: input.trace });
  return done(simulationView(simulation, { config, plan, openFor, leftOut: found.leftOut, locale }));
}

function given(input: SimulateInput, config: Configuration, now: number): Outcome<Replayable> {
  const { from, to, sourceId } = input;
  const start = from === undefined ? now : Date.parse(from);
  const leads = (input.leads ?? []).map(({ receivedAt, source, ...lead }, i): GivenLead => {
    const at = receivedAt ?? lead.submittedAt;
    return {
      place: `/leads/${i}`,
      input: lead,
      at: at === undefined ? undefined : Date.parse(at),
      sourceId: source ?? sourceId,
    };
  });
  const found = givenLeads(leads, config, input.plan, start);
  if (found.problems.length > 0) return refused({ kind: "invalid", errors: found.problems.slice(0, 100) });
  const end = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const inSpan = found.leads.filter(({ at }) => (from === undefined || at >= start) && at < end);
  return done({ leads: inSpan, leftOut: found.leads.length - inSpan.length, openFor: medianOpenTime([]) });
}

async function past(
  ports: SimulatePorts,
  config: Configuration,
  { from, to, sourceId }: SimulateInput,
): Promise<Replayable | "tooMany"> {
  const end = to === undefined ? ports.clock.now() : Date.parse(to);
  const span = { from: from === undefined ? end - usualSpan : Date.parse(from), to: end };
  const sourceIds = sourceId === undefined ? [...config.sources.keys()] : [sourceId];
  const found = await pastLeads(ports, config, sourceIds, span, mostSimulated);
  if (found === "tooMany") return found;
  return { leads: found.leads, leftOut: found.leftOut, openFor: medianOpenTime(found.states) };
}

function invalid(pointer: string, detail: string): Outcome<never> {
  return refused({ kind: "invalid", errors: [{ pointer, detail }] });
}
