import fc from "fast-check";
import { expect, test } from "vitest";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import { type Card, everybody, field, type Person, reference, required, type Step } from "./handover-reference.ts";
import { type LeadDesk, openDesk } from "./lead-desk.ts";

const plan = {
  rules: [
    { id: "isas", method: { type: "isa" } },
    { id: "field", when: { field: "stage", op: "eq", value: "handover" }, method: { type: "roundRobin" } },
  ],
};

/** Mostly whoever has the lead, so that something comes of it; or anybody. */
type Asker = Person | "holder";
type Wanted = Step extends infer S
  ? S extends { readonly by: Person }
    ? Omit<S, "by"> & { readonly by: Asker }
    : S
  : never;

const person: fc.Arbitrary<Asker> = fc.oneof(
  { weight: 2, arbitrary: fc.constant("holder" as const) },
  fc.constantFrom(...everybody),
);
const anyStep: fc.Arbitrary<Wanted> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("accept" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("decline" as const) }) },
  fc.record({ do: fc.constant("claim" as const), by: fc.constantFrom(...field) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("qualify" as const),
      by: person,
      criteria: fc.oneof(
        { weight: 3, arbitrary: fc.constant(required) },
        fc.subarray([...required]),
        fc.subarray([...required, "pets"], { minLength: 1 }),
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("handover" as const),
      by: person,
      to: fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.constantFrom(...everybody.slice(0, 5))),
      reason: fc.option(fc.constant("in a hurry"), { nil: undefined }),
    }),
  },
);

const groupOf = (by: Person) =>
  by === "lena" ? "leader" : by === "mia" ? "manager" : field.some((each) => each === by) ? "agent" : "isa";

/** The step by somebody certain; undefined when it is the holder's and there is none. */
function stepOf(wanted: Wanted, { holder }: Card): Step | undefined {
  if (!("by" in wanted)) return wanted;
  const by = wanted.by === "holder" ? holder : wanted.by;
  return by === undefined ? undefined : { ...wanted, by };
}

/** What is sent for the step, and by whom; undefined when there is nobody who could. */
function requestOf(step: Step, card: Card): { by: Person; action: string; body: object } | undefined {
  switch (step.do) {
    case "accept":
    case "decline":
      if (card.where !== "offered" || card.holder === undefined) return undefined;
      return { by: card.holder, action: step.do, body: step.do === "decline" ? { reason: "no time" } : {} };
    case "claim":
      return card.where === "pooled" ? { by: step.by, action: "claim", body: {} } : undefined;
    case "qualify": {
      const checklist = Object.fromEntries(step.criteria.map((id) => [id, true]));
      return { by: step.by, action: "qualify", body: { checklist } };
    }
    case "handover":
      return { by: step.by, action: "handover", body: { to: step.to, reason: step.reason } };
  }
}

/** What of the card the product tells. */
const told = ({ where, holder, stage, isa }: Pick<Card, "where" | "holder" | "stage" | "isa">) => ({
  where,
  holder,
  stage,
  isa,
});

function cardOf({ status, offer, ownerId, handedOverAt, isaId }: LeadState) {
  const where = status === "offered" || status === "pooled" ? status : "owned";
  return {
    where,
    holder: offer?.agentId ?? ownerId,
    stage: handedOverAt === undefined ? "new" : "handover",
    isa: isaId,
  };
}

async function open(): Promise<LeadDesk> {
  const desk = await openDesk(plan);
  const ivo = { name: "ivo", email: "ivo@example.com", team: "inside", role: "isa" };
  await desk.ask("root", "PUT", "/v1/agents/ivo", ivo);
  await desk.world.settle();
  return desk;
}

test("random handovers: who may, when, and where the lead is then, against a slow reference (C6)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 40 }), async (steps) => {
      const desk = await open();
      const leadId = await desk.lead({ interest: "buyer" });
      const first = (await desk.state(leadId)).offer?.agentId as Person;
      const nothing = { found: [], gone: [], isa: undefined } as const;
      let card: Card = { where: "offered", holder: first, offers: 1, stage: "new", ...nothing };
      for (const wanted of steps) {
        const step = stepOf(wanted, card);
        const request = step && requestOf(step, card);
        if (step === undefined || request === undefined) continue;
        const { by, action, body } = request;
        const as = { person: by, groups: [groupOf(by)] };
        const answer = await desk.world.ask("POST", `/v1/leads/${leadId}/${action}`, { as, body });
        await desk.world.settle();
        const expected = reference(card, step);
        const seen = cardOf(await desk.state(leadId));
        if (typeof expected === "number") {
          expect([answer.status, seen], JSON.stringify(step)).toEqual([expected, told(card)]);
          continue;
        }
        expect(answer.status, `${JSON.stringify(step)} on ${JSON.stringify(card)}`).toBe(200);
        const found = expected.find((each) => JSON.stringify(told(each)) === JSON.stringify(seen));
        expect(found, `${JSON.stringify(step)} led to ${JSON.stringify(seen)}`).toBeDefined();
        card = found ?? card;
      }
      const { checklist = {} } = (await desk.world.ports.leads.body(leadId)) ?? {};
      expect(Object.keys(checklist).toSorted()).toEqual(card.found.toSorted());
      await desk.check();
    }),
    { numRuns: 25 },
  );
});
