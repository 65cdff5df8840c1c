import { randomBytes } from "node:crypto";
import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PoolEpoch } from "../../shared/schemas/rotation.ts";
import { createStore } from "../../shared/store/store.ts";
import { assignLead } from "../../shared/usecases/assign-lead.ts";
import type { AssignPorts } from "../../shared/usecases/routing/assignment.ts";
import type { RoutingConfig } from "../../shared/usecases/routing-config.ts";
import { countUnits } from "../support/consumed-capacity.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { createMemoryIds } from "../support/memory/memory-clock.ts";
import { createMemoryPorts } from "../support/memory/memory-ports.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { aLead, anAgent, aPlan, routingConfig } from "../support/routing-fixtures.ts";
import { monday } from "./samples.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

async function team(size: number): Promise<RoutingConfig> {
  const { config } = createMemoryPorts();
  await config.savePlan(aPlan(), undefined);
  const routing = await routingConfig({ config });
  const agents = Array.from({ length: size }, (_, order) => anAgent({ agentId: `agent-${order}`, order }));
  return { ...routing, agents: new Map(agents.map((agent) => [agent.agentId, agent])) };
}

/** An epoch that does not pack well: nothing repeats in it. */
function incompressible(members: number): PoolEpoch {
  const id = () => randomBytes(32).toString("hex");
  const roster = { members: Array.from({ length: members }, () => ({ agentId: id(), weight: 10_000 })) };
  return { epoch: 7, rosterId: "roster", openedAt: monday, roster };
}

async function keysOf(client: DynamoDBDocumentClient, TableName: string): Promise<readonly string[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pool",
      ExpressionAttributeValues: { ":pool": "POOL#all" },
      ProjectionExpression: "sk",
    }),
  );
  return Items.map((item) => String(item.sk));
}

test("a lead costs the same in a pool of 10,000 as in one of three", async () => {
  const costs = [];
  for (const size of [3, 10_000]) {
    const { client, name } = await database.table();
    const { loads, rotation } = createStore(client, name);
    const ports: AssignPorts = { loads, rotation, ids: createMemoryIds(seededRandom(1)) };
    const config = await team(size);
    const assign = (number: number) => assignLead(ports, config, { lead: aLead(number), mode: "first", now: monday });
    await assign(1);
    const units = countUnits(client);
    expect(await assign(2)).toMatchObject({ outcome: "agent", agentId: "agent-1" });
    costs.push(units.since());

    const cold: AssignPorts = { ...ports, rotation: { ...rotation } };
    const third = await assignLead(cold, config, { lead: aLead(3), mode: "first", now: monday });
    expect(third).toMatchObject({ outcome: "agent", agentId: "agent-2" });
    expect(units.since().roundTrips).toBe(4);
  }
  expect(costs).toEqual([
    { reads: 0, writes: 2, roundTrips: 2 },
    { reads: 0, writes: 2, roundTrips: 2 },
  ]);
});

test("an epoch of many pieces is read back as it was written, and not at all unless all of them are there", async () => {
  const { client, name } = await database.table();
  const { rotation } = createStore(client, name);
  const large = incompressible(20_000);
  const read = () => rotation.epoch("all", 7, "roster");
  await rotation.putEpoch("all", { ...large, rosterId: "roster-of-a-rival" });
  expect(await read()).toBeUndefined();
  await rotation.putEpoch("all", large);
  expect(await read()).toEqual(large);
  await rotation.putEpoch("all", large);
  expect(await read()).toEqual(large);

  const pieces = (await keysOf(client, name)).filter((sk) => /#roster(#\d+)?$/.test(sk));
  expect(pieces.length).toBeGreaterThan(2);
  for (const sk of pieces.toReversed()) {
    await client.send(new DeleteCommand({ TableName: name, Key: { pk: "POOL#all", sk } }));
    expect(await read()).toBeUndefined();
  }
});

test("a writer that dies between the pieces leaves nothing that could be read", async () => {
  const { client, name } = await database.table();
  const { rotation } = createStore(client, name);
  let writes = 0;
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === "PutItemCommand" && ++writes === 3) throw new Error("the container is gone");
      return next(args);
    },
    { step: "initialize", name: "dies" },
  );
  await expect(rotation.putEpoch("all", incompressible(20_000))).rejects.toThrow("the container is gone");
  expect(await rotation.epoch("all", 7, "roster")).toBeUndefined();
});
