import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../infra/local/states/definition/json.ts";
import { leadWorkflow } from "../../infra/workflow/lead-workflow.ts";
import { type StatesHarness, statesHarness } from "../support/states-harness.ts";

const definition = leadWorkflow({ tableName: "Leads", workflowFunctionArn: "workflow" });
const minute = 60;
const day = 86_400;

/** Each phase has other seconds, so that a test sees whose time is up. */
const timeouts = {
  accept: 5 * minute,
  contact: 15 * minute,
  escalate: 16 * minute,
  reclaim: 3 * day,
  ownership: 30 * day,
  idle: 14 * day,
};
const input = { leadId: "ld_01", cycle: 2, wait: 1, timeouts };

/** What ends a wait: `{wait, timeouts}`. */
const answer = (wait: number, changed: Partial<typeof timeouts> = {}): JsonObject => ({
  wait,
  timeouts: { ...timeouts, ...changed },
});

/** How Lambda reports an error that the function has thrown by name. */
const thrown = (name: string, payload: JsonObject) => ({
  error: name,
  cause: JSON.stringify({ errorType: name, errorMessage: JSON.stringify(payload), trace: [] }),
});

const running = async (services: Parameters<typeof statesHarness>[0] = {}): Promise<StatesHarness> => {
  const harness = statesHarness(services);
  await harness.run(definition, input);
  return harness;
};
const view = (harness: StatesHarness) => harness.states.executions()[0];
const entered = (harness: StatesHarness): readonly string[] =>
  harness.transitions.filter(({ kind }) => kind === "state").map(({ state }) => state);

async function succeed(harness: StatesHarness, output: Json): Promise<void> {
  await harness.states.succeedTask(harness.token(), output);
  await harness.settle();
}

async function fail(harness: StatesHarness, error: string, payload: JsonObject): Promise<void> {
  await harness.states.failTask(harness.token(), { error, cause: JSON.stringify(payload) });
  await harness.settle();
}

describe("a lead that is accepted, contacted and converted in time", () => {
  it("is billed four transitions", async () => {
    const lead = await running();
    await succeed(lead, answer(2));
    await succeed(lead, answer(3));
    await succeed(lead, answer(4));
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED", billedTransitions: 4 });
    expect(entered(lead)).toEqual(["AwaitAcceptance", "AwaitFirstContact", "HoldOwnership"]);
  });

  it("stores each token with the wait it stands for, and never over a newer cycle's", async () => {
    const lead = await running();
    await succeed(lead, answer(7));
    expect(lead.calls.map(({ args }) => args)).toMatchObject([
      {
        TableName: "Leads",
        Key: { pk: { S: "LEAD#ld_01" }, sk: { S: "TOKEN" } },
        ConditionExpression: "attribute_not_exists(#cycle) OR #cycle <= :cycle",
        ExpressionAttributeValues: { ":wait": { N: "1" }, ":cycle": { N: "2" }, ":at": { S: "AwaitAcceptance" } },
      },
      { ExpressionAttributeValues: { ":wait": { N: "7" }, ":cycle": { N: "2" }, ":at": { S: "AwaitFirstContact" } } },
    ]);
  });
});

describe("a lead posted in the pool", () => {
  const postedLead = async () => {
    const lead = await running();
    await fail(lead, "Posted", answer(1, { accept: 15 * minute }));
    return lead;
  };

  it("waits to be claimed, and goes straight to its first contact when it is", async () => {
    const lead = await postedLead();
    expect(view(lead)?.currentState).toBe("AwaitClaim");
    await succeed(lead, answer(2));
    expect(entered(lead)).toEqual(["AwaitAcceptance", "AwaitClaim", "AwaitFirstContact"]);
  });

  it("unclaimed, asks the backups by the task that asks the next agent, each in its own wait", async () => {
    const lead = await postedLead();
    await lead.pass(15 * minute);
    expect(lead.calls.at(-1)).toMatchObject({ to: "workflow", args: { task: "OfferToNext", cycle: 2 } });
    await fail(lead, "Reoffered", answer(2));
    expect(view(lead)?.currentState).toBe("AwaitAcceptance");
    await lead.pass(timeouts.accept);
    await fail(lead, "Ended", answer(3));
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED" });
  });
});

describe("time that is up", () => {
  it("goes from offer to offer, one transition each", async () => {
    const lead = await running();
    await lead.pass(timeouts.accept);
    await lead.pass(timeouts.accept);
    expect(entered(lead)).toEqual(["AwaitAcceptance", "OfferToNext", "OfferToNext"]);
    expect(lead.calls.at(-1)).toMatchObject({
      to: "workflow",
      args: { task: "OfferToNext", leadId: "ld_01", cycle: 2, token: expect.any(String) },
    });
  });

  it("tells the leader, gives the lead to a backup, then takes it back", async () => {
    const lead = await running();
    await succeed(lead, answer(2));
    for (const seconds of [timeouts.contact, timeouts.escalate, timeouts.reclaim]) await lead.pass(seconds);
    expect(entered(lead)).toEqual([
      "AwaitAcceptance",
      "AwaitFirstContact",
      "EscalateToLeader",
      "ReassignToBackup",
      "Reclaim",
    ]);
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED", billedTransitions: 6 });
  });

  it.each([
    ["EscalateToLeader", [timeouts.contact]],
    ["ReassignToBackup", [timeouts.contact, timeouts.escalate]],
  ])("costs one transition for each step up to %s, where contact is still waited for", async (state, waits) => {
    const lead = await running();
    await succeed(lead, answer(2));
    for (const seconds of waits) await lead.pass(seconds);
    expect(view(lead)?.currentState).toBe(state);
    await succeed(lead, answer(3));
    await succeed(lead, answer(4));
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED", billedTransitions: 4 + waits.length });
  });

  it("takes a lead back that made no progress, unless a heartbeat came", async () => {
    const lead = await running();
    await succeed(lead, answer(2));
    await succeed(lead, answer(3));
    await lead.pass(13 * day);
    await lead.states.heartbeat(lead.token());
    await lead.pass(13 * day);
    expect(view(lead)?.currentState).toBe("HoldOwnership");
    await lead.pass(1 * day);
    expect(entered(lead).at(-1)).toBe("Reclaim");
  });

  it("ends an ownership whatever was logged, and also when that comes before the next heartbeat is due", async () => {
    const lead = await running();
    await succeed(lead, answer(2));
    await succeed(lead, answer(3, { ownership: 10 * day, idle: 14 * day }));
    await lead.pass(10 * day);
    expect(entered(lead).at(-1)).toBe("Reclaim");
  });

  it("can be as short as a second", async () => {
    const lead = await running();
    await succeed(lead, answer(2));
    await succeed(lead, answer(3, { ownership: 1, idle: 1 }));
    expect(view(lead)?.currentState).toBe("HoldOwnership");
    await lead.pass(2);
    expect(entered(lead).at(-1)).toBe("Reclaim");
  });
});

describe("a wait that is ended early", () => {
  it.each([
    ["Reoffered", "AwaitAcceptance"],
    ["Reassigned", "AwaitFirstContact"],
    ["Resumed", "HoldOwnership"],
  ])("as %s goes on in %s with the new time-outs", async (error, state) => {
    const lead = await running();
    await fail(lead, error, answer(9, { accept: 60, contact: 60, ownership: 120, idle: 60 }));
    expect(view(lead)?.currentState).toBe(state);
    expect(lead.calls.at(-1)?.args).toMatchObject({ ExpressionAttributeValues: { ":wait": { N: "9" } } });
    await lead.pass(60);
    expect(view(lead)?.currentState).not.toBe(state);
  });

  it("as Ended ends the execution well, even without a cause", async () => {
    const lead = await running();
    await lead.states.failTask(lead.token(), { error: "Ended" });
    await lead.settle();
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED", currentState: "Closed" });
  });

  it("by a newer cycle's token ends well, too", async () => {
    const lead = await running({ dynamodb: () => ({ error: "ConditionalCheckFailedException", cause: "" }) });
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED", currentState: "Closed" });
  });
});

describe("a task that finds nothing due", () => {
  it.each([
    ["Reoffered", "AwaitAcceptance"],
    ["Reassigned", "AwaitFirstContact"],
    ["Resumed", "HoldOwnership"],
  ])("throws %s, and the lead goes on in %s with what the error says", async (error, state) => {
    const lead = await running({ lambda: () => thrown(error, answer(5)) });
    await succeed(lead, answer(2));
    await succeed(lead, answer(3));
    await lead.pass(timeouts.idle);
    expect(entered(lead).at(-2)).toBe("Reclaim");
    expect(view(lead)?.currentState).toBe(state);
    expect(lead.calls.at(-1)?.args).toMatchObject({ ExpressionAttributeValues: { ":wait": { N: "5" } } });
  });

  it("throws Ended when the cycle is over", async () => {
    const lead = await running({ lambda: () => thrown("Ended", {}) });
    await lead.pass(timeouts.accept);
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED", currentState: "Closed" });
  });
});

describe("failures", () => {
  it("of a moment are tried again", async () => {
    const lead = await running({
      lambda: (_payload, call) => (call < 4 ? { error: "Lambda.TooManyRequestsException", cause: "" } : {}),
    });
    await lead.pass(timeouts.accept);
    await lead.pass(2 + 4);
    expect(view(lead)?.currentState).toBe("OfferToNext");
    expect(lead.calls).toHaveLength(4);
  });

  it("that stay lead to the pool, never to a silent end", async () => {
    const lead = await running({
      lambda: (payload) => (payload.task === "ToPool" ? {} : { error: "TypeError", cause: "{}" }),
    });
    await lead.pass(timeouts.accept);
    expect(entered(lead)).toEqual(["AwaitAcceptance", "OfferToNext", "ToPool"]);
    expect(lead.calls.at(-1)?.args).toEqual({ task: "ToPool", leadId: "ld_01", cycle: 2 });
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED" });
  });

  it("of the table while the pool is reached are tried for hours", async () => {
    let healed = false;
    const lead = await running({
      lambda: (payload) => {
        if (payload.task !== "ToPool") return { error: "TypeError", cause: "{}" };
        return healed ? {} : { error: "ThrottlingException", cause: "{}" };
      },
    });
    await lead.pass(timeouts.accept);
    await lead.pass(6 * 3600);
    expect(view(lead)).toMatchObject({ status: "RUNNING", currentState: "ToPool" });
    healed = true;
    await lead.pass(3600);
    expect(view(lead)).toMatchObject({ status: "SUCCEEDED" });
  });

  it("of an answer that makes no sense lead to the pool", async () => {
    const lead = await running();
    await succeed(lead, { nonsense: true });
    expect(entered(lead)).toEqual(["AwaitAcceptance", "AwaitFirstContact", "ToPool"]);
  });
});
