import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupFigures, workFigures } from "../../../shared/domain/figures/work-figures.ts";
import type { LeadEvent } from "../../../shared/schemas/lead/event.ts";

const event = (type: LeadEvent["type"], about: Partial<LeadEvent> = {}): LeadEvent => ({
  type,
  at: 1,
  actor: "system",
  ...about,
});
const roleOf = (agentId: string) => (agentId.startsWith("isa") ? "isa" : "agent");

/** Qualified by isa1, whose appointment ben kept or not, and won by ben or not. */
const handedOver = (outcome: "kept" | "noShow", won: boolean): readonly LeadEvent[] => [
  event("lead.offered", { agentId: "isa1" }),
  event("lead.accepted", { agentId: "isa1" }),
  event("lead.qualified", { agentId: "isa1" }),
  event("lead.appointment", { agentId: "isa1", appointmentAt: 5 }),
  event("lead.appointment", { agentId: "isa1", appointmentAt: 6 }),
  event("lead.handedOver", { fromAgentId: "isa1" }),
  event("lead.offered", { agentId: "ben" }),
  event("lead.accepted", { agentId: "ben" }),
  event("lead.appointment", { agentId: "ben", madeBy: "isa1", outcome }),
  ...(won ? [event("lead.converted", { agentId: "ben" })] : []),
];

describe("what came of the leads (C6)", () => {
  test("an ISA's appointments and handovers are the ISA's, the sale is the field agent's", () => {
    const histories = [handedOver("kept", true), handedOver("noShow", false), handedOver("kept", false)];
    const figures = workFigures(histories);
    expect(figures.get("isa1")).toEqual({
      ...{ leads: 3, handedOver: 3, handoverRate: 1 },
      ...{ appointments: 3, kept: 2, noShows: 1, noShowRate: 0.3333 },
      ...{ converted: 0, conversionRate: 0, convertedAfterHandover: 1, handoverConversionRate: 0.3333 },
    });
    expect(figures.get("ben")).toMatchObject({ leads: 3, appointments: 0, noShows: 0, converted: 1, handedOver: 0 });
    expect(groupFigures(histories, roleOf).get("agent")).toEqual(figures.get("ben"));
  });

  test("an outcome logged again is corrected; one handed over twice, or won by the ISA after all, counts so", () => {
    const events = [
      ...handedOver("noShow", false),
      event("lead.appointment", { agentId: "ben", madeBy: "isa1", outcome: "kept" }),
      event("lead.reassigned", { agentId: "isa1", fromAgentId: "ben" }),
      event("lead.handedOver", { fromAgentId: "isa1", agentId: "cem" }),
      event("lead.reassigned", { agentId: "isa1", fromAgentId: "cem" }),
      event("lead.converted", { agentId: "isa1" }),
    ];
    expect(workFigures([events]).get("isa1")).toMatchObject({
      ...{ leads: 1, handedOver: 1, appointments: 1, kept: 1, noShows: 0, converted: 1, convertedAfterHandover: 0 },
    });
    expect(workFigures([events]).get("cem")).toMatchObject({ leads: 1, converted: 0 });
  });

  test("a lead marketing hands over is nobody's handover", () => {
    expect(workFigures([[event("lead.handedOver"), event("lead.offered", { agentId: "ben" })]])).toEqual(new Map());
  });

  test("any history: sums of the roles' wins are the wins, and no rate is above one", () => {
    const agent = fc.constantFrom("isa1", "isa2", "ben", "cem");
    const any = fc.oneof(
      agent.map((agentId) => event("lead.accepted", { agentId })),
      agent.map((fromAgentId) => event("lead.handedOver", { fromAgentId })),
      fc
        .record({ agentId: agent, outcome: fc.constantFrom("kept", "noShow", undefined) })
        .map((about) =>
          event(
            "lead.appointment",
            about.outcome === undefined ? { agentId: about.agentId } : { ...about, outcome: about.outcome },
          ),
        ),
    );
    const ending = fc.option(agent, { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(any, { maxLength: 12 }), ending), { maxLength: 8 }), (leads) => {
        const histories = leads.map(([events, winner]) =>
          winner === undefined
            ? events
            : [...events, event("lead.accepted", { agentId: winner }), event("lead.converted", { agentId: winner })],
        );
        const figures = [...workFigures(histories).values()];
        expect(figures.reduce((sum, { converted }) => sum + converted, 0)).toBe(
          leads.filter(([, winner]) => winner).length,
        );
        for (const each of [...figures, ...groupFigures(histories, roleOf).values()]) {
          expect(each.kept + each.noShows).toBeLessThanOrEqual(each.appointments);
          expect(each.convertedAfterHandover).toBeLessThanOrEqual(each.handedOver);
          for (const part of [each.handoverRate, each.noShowRate, each.conversionRate, each.handoverConversionRate]) {
            expect(part ?? 0).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
