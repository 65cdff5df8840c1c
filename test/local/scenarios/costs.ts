import { afterEach, describe, expect, it } from "vitest";
import { type LocalTenant, reached, won } from "../../support/world/local-tenant.ts";
import { accepted } from "./staff.ts";

/** What leads may cost at most, in the units AWS bills (02-architecture, "Cost"). */
export function costScenarios(tenant: () => LocalTenant): void {
  const fullLead = {
    phone: "+493023125900",
    interest: "buyer",
    timeline: "3m",
    budget: { max: 450_000, currency: "EUR" },
    postalCode: "10243",
    city: "Berlin",
    message: "Wir suchen eine helle Wohnung mit Balkon in der Nähe des Parks, gern im Altbau und ab dem zweiten Stock.",
    consent: { given: true, text: "Ich möchte kontaktiert werden.", version: "3" },
    attribution: { utm_source: "search", utm_campaign: "berlin" },
    temperature: "hot",
  };

  describe("costs", () => {
    afterEach(async () => expect(await tenant().violations()).toEqual([]));

    it("a lead accepted, contacted and converted in time stays within its budget", async () => {
      // The containers have started and read the configuration.
      await tenant().act((await accepted(tenant())).owner, "ld_00000000000000000000000000", "contact", reached);
      const { leadId, offer } = await tenant().lead(fullLead);
      const owner = offer?.agentId ?? "";
      await tenant().act(owner, leadId, "accept");
      await tenant().act(owner, leadId, "contact", reached);
      await tenant().act(owner, leadId, "convert", won);
      const cost = await tenant().world.costOf(leadId);
      expect(cost.writeUnits).toBeLessThanOrEqual(32);
      expect(cost.readUnits).toBeLessThanOrEqual(16);
      expect(cost.invocations).toBeLessThanOrEqual(12);
      expect(cost.transitions).toBeLessThanOrEqual(5);
    });

    it("intake alone: at most twelve write units and eight round trips", async () => {
      const ofIntake = async () => (await tenant().world.totalCost()).dynamodb.byFunction.Intake;
      await tenant().lead();
      const before = { ...(await ofIntake()) };
      await tenant().lead({ ...fullLead, phone: "+493023125901" });
      const after = await ofIntake();
      expect((after?.writeUnits ?? Number.NaN) - (before.writeUnits ?? 0)).toBeLessThanOrEqual(12);
      expect((after?.requests ?? Number.NaN) - (before.requests ?? 0)).toBeLessThanOrEqual(8);
    });

    it("under load a lead needs at most seven invocations on average", async () => {
      const leads: { readonly leadId: string; readonly owner: string }[] = [];
      const before = (await tenant().world.totalCost()).lambda.invocations;
      for (let wave = 0; wave < waves; wave += 1) {
        const posted = await Promise.all(Array.from({ length: atOnce }, () => tenant().post({ temperature: "hot" })));
        for (const { status, body } of posted) {
          expect(status).toBe(201);
          const { leadId, offer } = body as { readonly leadId: string; readonly offer: { readonly agentId: string } };
          leads.push({ leadId, owner: offer.agentId });
        }
      }
      for (const [action, body] of [
        ["accept", {}],
        ["contact", reached],
        ["convert", won],
      ] as const) {
        await inWaves(leads, async ({ leadId, owner }) => {
          const answer = await tenant().ask(owner, "POST", `/v1/leads/${leadId}/${action}`, body);
          expect({ action, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
        });
      }
      await tenant().world.settle();
      const { lambda } = await tenant().world.totalCost();
      expect((lambda.invocations - before) / leads.length).toBeLessThanOrEqual(7);
      expect(
        (await tenant().world.ports.leads.states(leads.map(({ leadId }) => leadId))).map(({ status }) => status),
      ).toEqual(leads.map(() => "converted"));
    });
  });
}

const atOnce = 16;
const waves = 4;

async function inWaves<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) await Promise.all(items.slice(from, from + atOnce).map(work));
}
