import { BatchWriteCommand, DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStore } from "../../shared/store/store.ts";
import type { Configuration } from "../../shared/usecases/ports/ports.ts";
import { countUnits } from "../support/consumed-capacity.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { seededRandom } from "../support/memory/memory-random.ts";
import { anna, days, monday } from "./samples.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

const agentId = (number: number) => `agent-${String(number).padStart(5, "0")}`;
const off = (timeOffId: string, of: string) => ({ timeOffId, agentId: of, from: monday, to: monday + days(1) });
const headKey = { pk: "CONFIG", sk: "HEAD" };

/** A team as it stands after years, without what has changed in the last days. */
async function hire(client: DynamoDBDocumentClient, TableName: string, size: number): Promise<void> {
  const items = Array.from({ length: size }, (_, i) => ({
    ...{ pk: "TEAM", sk: `AGENT#${agentId(i)}`, agentId: agentId(i), version: 1 },
    ...anna({ email: `${agentId(i)}@example.com` }),
  }));
  const batches = Array.from({ length: Math.ceil(size / 25) }, (_, i) => items.slice(i * 25, (i + 1) * 25));
  const write = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const RequestItems = { [TableName]: batch.map((Item) => ({ PutRequest: { Item } })) };
      await client.send(new BatchWriteCommand({ RequestItems }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
  await setTeamCount(client, TableName, size);
}

async function setTeamCount(client: DynamoDBDocumentClient, TableName: string, team: number): Promise<void> {
  const values = { ExpressionAttributeValues: { ":team": team } };
  await client.send(new UpdateCommand({ TableName, Key: headKey, UpdateExpression: "SET team = :team", ...values }));
}

test("a change of one agent costs the same among 10,000 as among 20", async () => {
  const costs = [];
  for (const size of [20, 10_000]) {
    const { client, name } = await database.table();
    await hire(client, name, size);
    const { config } = createStore(client, name);
    const admin = createStore(client, name).config;
    expect((await config.current()).agents.size).toBe(size);
    const units = countUnits(client);
    await admin.saveAgent(agentId(7), anna({ order: 3 }), 1);
    const saved = units.since();
    expect((await config.current()).agents.get(agentId(7))).toMatchObject({ order: 3, version: 2 });
    const seen = units.since();
    await admin.addTimeOff(off("off_1", agentId(7)));
    units.since();
    expect((await config.current()).timeOff).toEqual([off("off_1", agentId(7))]);
    costs.push({ saved, seen, absence: units.since() });
  }
  expect(costs[1]?.seen).toEqual({ reads: 2, writes: 0, roundTrips: 2 });
  expect(costs[1]?.absence).toEqual({ reads: 2, writes: 0, roundTrips: 2 });
  expect(costs[1]).toEqual(costs[0]);
});

test("whoever follows the changes knows the same team as whoever reads it all", async () => {
  const { client, name } = await database.table();
  const admin = createStore(client, name).config;
  const follower = createStore(client, name).config;
  const random = seededRandom(7);
  const number = (below: number) => Math.floor(random() * below);
  const one = () => agentId(number(6));
  const change = [
    () => admin.saveAgent(one(), anna({ order: number(9), team: `team-${number(3)}` }), undefined),
    () => admin.saveAgent(one(), anna({ email: "new@example.com" }), undefined),
    () => admin.addTimeOff(off(`off_${number(5)}`, one())),
    () => admin.deleteTimeOff(one(), `off_${number(5)}`),
    () => admin.deleteAgent(one()),
    () => admin.saveTeam(`team-${number(3)}`, { name: `Team ${number(9)}` }, undefined),
    () => admin.deleteTeam(`team-${number(3)}`),
  ];
  const listed = ({ agents, teams, timeOff, teamVersion }: Configuration) =>
    JSON.stringify([teamVersion, [...agents], [...teams], timeOff]);
  for (let i = 0; i < 60; i++) {
    for (let n = number(4); n > 0; n--) await change[number(change.length)]?.();
    expect(listed(await follower.current())).toBe(listed(await createStore(client, name).config.current()));
  }
});

test("changes of the team at once all count, and are all seen", async () => {
  const { client, name } = await database.table();
  const { config } = createStore(client, name);
  await config.current();
  const numbers = Array.from({ length: 24 }, (_, i) => i);
  await Promise.all(
    numbers.map(async (i) => {
      await createStore(client, name).config.saveAgent(agentId(i), anna(), 0);
      expect((await config.current()).agents.has(agentId(i))).toBe(true);
    }),
  );
  const { agents, teamVersion } = await config.current();
  expect([...agents.keys()]).toEqual(numbers.map(agentId));
  expect(teamVersion).toBe(24);
});

test("changes that are not there any more, and a table that was restored, are read in full", async () => {
  const { client, name } = await database.table();
  const admin = createStore(client, name).config;
  for (let i = 0; i < 5; i++) await admin.saveAgent(agentId(i), anna(), 0);
  const { config } = createStore(client, name);
  await config.current();
  await admin.saveAgent(agentId(1), anna({ order: 1 }), 1);
  await admin.saveAgent(agentId(2), anna({ order: 2 }), 1);
  await client.send(new DeleteCommand({ TableName: name, Key: { pk: "TEAM", sk: "V#000000006" } }));
  expect((await config.current()).agents.get(agentId(1))?.order).toBe(1);

  await client.send(new DeleteCommand({ TableName: name, Key: { pk: "TEAM", sk: `AGENT#${agentId(4)}` } }));
  await setTeamCount(client, name, 4);
  expect([...(await config.current()).agents.keys()]).toEqual([0, 1, 2, 3].map(agentId));
});
