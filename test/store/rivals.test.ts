import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createStore } from "../../shared/store/store.ts";
import type { ConfigPort } from "../../shared/usecases/ports/ports.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { anna, plan } from "./samples.ts";

let database: TestDatabase;
let config: ConfigPort;
let rival: ConfigPort;
/** What the rival does once, after our save has read and before it writes. */
let meanwhile: (() => Promise<unknown>) | undefined;

beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());
beforeEach(async () => {
  const { client, name } = await database.table();
  rival = createStore(client, name).config;
  const ours = database.connect();
  ours.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== "TransactWriteItemsCommand" || !meanwhile) return next(args);
      const act = meanwhile;
      meanwhile = undefined;
      await act();
      return next(args);
    },
    { step: "initialize", name: "rival" },
  );
  config = createStore(ours, name).config;
});

afterEach(() => expect(meanwhile).toBeUndefined());

test("a save on the version read is stale when a rival's came between", async () => {
  await rival.saveAgent("anna", anna(), 0);
  meanwhile = () => rival.saveAgent("anna", anna({ order: 1 }), 1);
  const saved = await config.saveAgent("anna", anna({ order: 2 }), 1);
  const current = { ...anna({ order: 1 }), agentId: "anna", version: 2 };
  expect(saved).toEqual({ saved: false, reason: "stale", current });
  expect((await config.current()).agents.get("anna")).toEqual(current);
});

test("a save over whatever stands goes over the rival's", async () => {
  await rival.saveAgent("anna", anna(), 0);
  meanwhile = () => rival.saveAgent("anna", anna({ order: 1 }), 1);
  expect(await config.saveAgent("anna", anna({ order: 2 }), undefined)).toMatchObject({
    saved: true,
    item: { version: 3 },
  });
});

test("a first save is stale when a rival's was the first", async () => {
  meanwhile = () => rival.saveArea("mitte", { name: "Mitte" }, 0);
  expect(await config.saveArea("mitte", { name: "Berlin-Mitte" }, 0)).toMatchObject({
    saved: false,
    current: { name: "Mitte", version: 1 },
  });
});

test("a team that a rival makes meanwhile is left as it is", async () => {
  meanwhile = () => rival.saveTeam("berlin", { name: "Berlin" }, 0);
  expect(await config.saveAgent("anna", anna(), 0)).toMatchObject({ saved: true });
  expect((await config.current()).teams.get("berlin")).toEqual({ teamId: "berlin", name: "Berlin", version: 1 });
});

test("a plan is stale when a rival's came between, and takes the number after it otherwise", async () => {
  await rival.savePlan(plan(), 0);
  meanwhile = () => rival.savePlan(plan({ capacity: 1 }), 1);
  expect(await config.savePlan(plan({ capacity: 2 }), 1)).toMatchObject({ saved: false, current: { version: 2 } });
  meanwhile = () => rival.savePlan(plan({ capacity: 3 }), 2);
  expect(await config.savePlan(plan({ capacity: 4 }), undefined)).toMatchObject({ saved: true, item: { version: 4 } });
  expect(await config.planVersion(3)).toMatchObject({ capacity: 3 });
});

test("an agent that a rival deletes first is not deleted again", async () => {
  await rival.saveAgent("anna", anna(), 0);
  meanwhile = () => rival.deleteAgent("anna");
  expect(await config.deleteAgent("anna")).toBe(false);
});
