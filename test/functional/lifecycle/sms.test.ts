import { describe, expect, it } from "vitest";
import { agentInput } from "../../../shared/schemas/agent.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { answerSms } from "../../../shared/usecases/sms/answer-sms.ts";
import { createMemoryPorts } from "../../support/memory/memory-ports.ts";

const sms = (messageBody: string) => ({
  originationNumber: "+491713920012",
  messageBody,
  inboundMessageId: messageBody,
});

async function deskOfAnna() {
  const ports = createMemoryPorts();
  await ports.config.savePlan(planOf(), undefined);
  await ports.config.saveAgent("anna", agentOf(), undefined);
  return ports;
}

const agentOf = () =>
  agentInput.parse({
    name: "Anna",
    email: "anna@example.com",
    phone: "+491713920012",
    team: "city",
    locale: "en",
  });

function planOf() {
  return planInput.parse({
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [],
    fallback: { type: "roundRobin" },
  });
}

describe("an agent's text message", () => {
  it("without an open offer is answered with what to expect", async () => {
    const ports = await deskOfAnna();
    await answerSms(ports, sms("1"));
    expect(ports.outbox.map(({ text }) => text)).toEqual([
      "No lead is open for you right now. The next one will come by message.",
    ]);
  });

  it("that a phone sends by itself, again and again, is not answered for ever", async () => {
    const ports = await deskOfAnna();
    for (let n = 0; n < 40; n++) await answerSms(ports, sms("I am driving and will call back"));
    expect(ports.outbox.length).toBe(6);
    ports.clock.advance(3_600_000);
    await answerSms(ports, sms("hello"));
    expect(ports.outbox.length).toBe(7);
  });

  it("from a number that nobody has is dropped", async () => {
    const ports = await deskOfAnna();
    await answerSms(ports, { ...sms("1"), originationNumber: "+491713920099" });
    expect(ports.outbox).toEqual([]);
  });
});
