import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createStore } from "../../shared/store/store.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { accepted, anna, days, leadId, minutes, monday, offered, plan } from "./samples.ts";

type Fault = { readonly when: "before" | "after" | "never"; readonly error: () => Error };

/** The request goes well. */
const passing: Fault = { when: "never", error: () => named("Unused") };

const lostReply: Fault = { when: "after", error: () => named("TimeoutError") };
const throttled: Fault = { when: "before", error: () => named("ProvisionedThroughputExceededException") };
const conflict: Fault = {
  when: "before",
  error: () =>
    new TransactionCanceledException({
      message: "conflict",
      $metadata: {},
      CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
    }),
};

let database: TestDatabase;
let store: Pick<Ports, "leads" | "loads" | "rotation" | "intake" | "config">;
let faults: Fault[];
let attempts: number;

beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());
beforeEach(async () => {
  const { client, name } = await database.table();
  faults = [];
  attempts = 0;
  injectInto(client);
  store = createStore(client, name);
});

/** Inside the SDK's retries, where the network is: what happens here is retried as a real fault would be. */
function injectInto(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      attempts++;
      const fault = faults.shift();
      if (fault?.when === "before") throw fault.error();
      const answer = await next(args);
      if (fault?.when === "after") throw fault.error();
      return answer;
    },
    { step: "finalizeRequest", priority: "low", name: "injectFault" },
  );
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** Does the work with this fault at its first request, or a later one, and makes sure that the fault was met. */
async function under<T>(fault: Fault, work: () => Promise<T>, request = 1): Promise<T> {
  faults = [...Array.from({ length: request - 1 }, () => passing), fault];
  const before = attempts;
  const result = await work();
  expect(faults).toEqual([]);
  expect(attempts).toBeGreaterThan(before + 1);
  return result;
}

describe("a write whose reply is lost", () => {
  test("a commit knows its own write", async () => {
    await store.leads.createState(offered(1));
    expect(await under(lostReply, () => store.leads.commit(2, accepted(1)))).toEqual({ done: true });
  });

  test("a created BODY or STATE is the one that stands", async () => {
    expect(await under(lostReply, () => store.leads.createState(offered(1)))).toEqual(offered(1));
  });

  test("a reserve takes one place", async () => {
    expect(await under(lostReply, () => store.loads.reserve("anna", leadId(1), 1))).toBe(true);
    expect(await store.loads.held(["anna"])).toEqual(new Map([["anna", [leadId(1)]]]));
  });

  test("a release is done", async () => {
    await store.loads.reserve("anna", leadId(1), 1);
    await under(lostReply, () => store.loads.release("anna", leadId(1)));
    expect(await store.loads.held(["anna"])).toEqual(new Map());
  });

  test("a draw skips a ticket, never doubles one", async () => {
    await store.rotation.openEpoch("pool", 0, { rosterId: "r1", validUntil: monday + 1 });
    expect(await under(lostReply, () => store.rotation.draw("pool", 1, monday))).toEqual({ drawn: true, n: 2 });
  });

  test("an opened epoch is recognised", async () => {
    const next = { rosterId: "r1", validUntil: monday + minutes(5) };
    const outcome = await under(lostReply, () => store.rotation.openEpoch("pool", 0, next));
    expect(outcome).toEqual({ opened: true, sequence: { epoch: 1, n: 0, prevN: 0, ...next } });
  });

  test("a claim and a mark are mine, a following mark still names whom it follows", async () => {
    const key = { sourceId: "website", kind: "key", value: "1" } as const;
    const claim = { leadId: leadId(1), bodyHash: "h", at: monday };
    expect(await under(lostReply, () => store.intake.claim(key, claim, monday + days(1)))).toEqual({ mine: true });
    const mark = (number: number, at: number) =>
      store.intake.mark("email", "h", { leadId: leadId(number), at, until: at + days(90) });
    expect(await under(lostReply, () => mark(1, monday))).toEqual({ mine: true });
    faults = [{ when: "before", error: () => refusal() }, lostReply];
    attempts = 0;
    expect(await mark(2, monday + days(91))).toEqual({ mine: true, previous: leadId(1) });
    expect(attempts).toBe(3);
  });

  test("a transaction is applied once", async () => {
    expect(await under(lostReply, () => store.config.savePlan(plan(), 0))).toMatchObject({ saved: true });
    faults = [];
    expect((await store.config.current()).planVersion).toBe(1);
    await store.config.saveAgent("anna", anna(), undefined);
    const { teamVersion } = await store.config.current();
    const off = { timeOffId: "1", agentId: "anna", from: monday, to: monday + days(1) };
    await under(lostReply, () => store.config.addTimeOff(off), 2);
    expect((await store.config.current()).teamVersion).toBe(teamVersion + 1);
  });
});

describe("a table that pushes back", () => {
  test("throttled writes are tried again within milliseconds", async () => {
    await store.leads.createState(offered(1));
    faults = [throttled, throttled, throttled];
    attempts = 0;
    const started = performance.now();
    expect(await store.leads.commit(2, accepted(1))).toEqual({ done: true });
    expect(attempts).toBe(4);
    expect(performance.now() - started).toBeLessThan(250);
  });

  test("a table that stays throttled fails in the end, having changed nothing", async () => {
    await store.leads.createState(offered(1));
    faults = Array.from({ length: 99 }, () => throttled);
    attempts = 0;
    await expect(store.leads.commit(2, accepted(1))).rejects.toThrow("ProvisionedThroughputExceededException");
    expect(attempts).toBe(8);
    faults = [];
    expect(await store.leads.state(leadId(1))).toEqual(offered(1));
  });

  test("a transaction in conflict with another is tried again", async () => {
    await store.config.saveAgent("anna", anna(), 0);
    const off = { timeOffId: "1", agentId: "anna", from: monday, to: monday + days(1) };
    await under(conflict, () => store.config.addTimeOff(off), 2);
    expect((await store.config.current()).timeOff).toEqual([off]);
  });
});

/** As DynamoDB answers when the mark is another lead's and has expired. */
function refusal(): Error {
  return new ConditionalCheckFailedException({
    message: "The conditional request failed",
    $metadata: {},
    Item: { leadId: { S: leadId(1) }, at: { N: String(monday) }, until: { N: String(monday + days(90)) } },
  });
}
