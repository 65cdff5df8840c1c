import type { LeadEvent } from "../../schemas/lead/event.ts";
import { given, part } from "./rates.ts";

/**
 * What came of the leads somebody had. An ISA is measured by handovers and by the appointments made for the field, a field
 * agent by what was converted (C6); rates are parts of 1 and left out where there is nothing to divide by.
 */
export interface WorkFigures {
  /** Leads accepted, claimed, given or taken up. */
  readonly leads: number;
  readonly handedOver: number;
  readonly handoverRate?: number;
  /** Made, whoever the person then met. */
  readonly appointments: number;
  readonly kept: number;
  readonly noShows: number;
  readonly noShowRate?: number;
  /** Won by the one who had the lead. */
  readonly converted: number;
  readonly conversionRate?: number;
  /** Of those handed over, won by whoever had them then. */
  readonly convertedAfterHandover: number;
  readonly handoverConversionRate?: number;
}

type Count = Exclude<keyof WorkFigures, `${string}Rate`>;
type Counts = Readonly<Record<Count, number>>;

const none: Counts = {
  ...{ leads: 0, handedOver: 0, appointments: 0, kept: 0, noShows: 0 },
  ...{ converted: 0, convertedAfterHandover: 0 },
};

/** Each agent's figures from the leads' histories (the events of one lead in their order). Pure. */
export function workFigures(histories: readonly (readonly LeadEvent[])[]): ReadonlyMap<string, WorkFigures> {
  return withRates(histories.flatMap((events) => [...countsOf(events)]));
}

/** The figures of several people together, by role or by team. */
export function groupFigures(
  histories: readonly (readonly LeadEvent[])[],
  groupOf: (agentId: string) => string,
): ReadonlyMap<string, WorkFigures> {
  return withRates(histories.flatMap((events) => [...countsOf(events, groupOf)]));
}

/** One lead counts at most once in each number of an agent or group, but for its appointments. */
function countsOf(events: readonly LeadEvent[], groupOf = (agentId: string) => agentId): ReadonlyMap<string, Counts> {
  const had = new Set<string>();
  const handed = new Set<string>();
  const won = new Set<string>();
  let giver: string | undefined;
  const appointments: Appointment[] = [];
  for (const event of events) {
    const agentId = event.agentId === undefined ? undefined : groupOf(event.agentId);
    if (agentId !== undefined && owns.has(event.type)) had.add(agentId);
    if (event.type === "lead.handedOver" && event.fromAgentId !== undefined) {
      giver = groupOf(event.fromAgentId);
      handed.add(giver);
      had.add(giver);
    }
    if (event.type === "lead.converted" && agentId !== undefined) won.add(agentId);
    if (event.type === "lead.appointment" && agentId !== undefined) {
      const by = event.madeBy === undefined ? agentId : groupOf(event.madeBy);
      noteAppointment(appointments, by, event.outcome);
    }
  }
  const people = new Set([...had, ...handed, ...won, ...appointments.map(({ by }) => by)]);
  return new Map(
    [...people].map((agentId): [string, Counts] => {
      const made = appointments.filter(({ by }) => by === agentId);
      return [
        agentId,
        {
          leads: Number(had.has(agentId)),
          handedOver: Number(handed.has(agentId)),
          appointments: made.length,
          kept: made.filter(({ outcome }) => outcome === "kept").length,
          noShows: made.filter(({ outcome }) => outcome === "noShow").length,
          converted: Number(won.has(agentId)),
          convertedAfterHandover: Number(won.size > 0 && giver === agentId && !won.has(agentId)),
        },
      ];
    }),
  );
}

/** After these the agent they name has, or has had, the lead. */
const owns: ReadonlySet<LeadEvent["type"]> = new Set([
  "lead.accepted",
  "lead.claimed",
  "lead.reassigned",
  "lead.handedOver",
  "lead.contacted",
  "lead.qualified",
]);

interface Appointment {
  readonly by: string;
  outcome?: string | undefined;
}

/** One that is still ahead is moved, not made again; an outcome that is logged again is corrected. */
function noteAppointment(appointments: Appointment[], by: string, outcome: string | undefined): void {
  const last = appointments.findLast((each) => each.by === by);
  if (last === undefined || (outcome === undefined && last.outcome !== undefined)) appointments.push({ by, outcome });
  else if (outcome !== undefined) last.outcome = outcome;
}

function withRates(counts: readonly (readonly [string, Counts])[]): ReadonlyMap<string, WorkFigures> {
  const sums = new Map<string, Counts>();
  for (const [id, more] of counts) sums.set(id, added(sums.get(id) ?? none, more));
  return new Map(
    [...sums]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, sum]): [string, WorkFigures] => {
        const { leads, handedOver, appointments, kept, noShows, converted, convertedAfterHandover } = sum;
        return [
          id,
          {
            ...{ leads, handedOver },
            ...given("handoverRate", part(handedOver, leads)),
            ...{ appointments, kept, noShows },
            ...given("noShowRate", part(noShows, kept + noShows)),
            converted,
            ...given("conversionRate", part(converted, leads)),
            convertedAfterHandover,
            ...given("handoverConversionRate", part(convertedAfterHandover, handedOver)),
          },
        ];
      }),
  );
}

function added(a: Counts, b: Counts): Counts {
  return {
    leads: a.leads + b.leads,
    handedOver: a.handedOver + b.handedOver,
    appointments: a.appointments + b.appointments,
    kept: a.kept + b.kept,
    noShows: a.noShows + b.noShows,
    converted: a.converted + b.converted,
    convertedAfterHandover: a.convertedAfterHandover + b.convertedAfterHandover,
  };
}
