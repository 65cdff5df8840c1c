import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { timeToLive } from "../../shared/contract/table.ts";
import { buyerInput } from "../../shared/schemas/buyer.ts";
import { createStore } from "../../shared/store/store.ts";
import { dayOfBuyer, placeWith } from "../../shared/usecases/shares/recipient-places.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { anAgent, aPlan } from "../support/routing-fixtures.ts";
import { days, leadId, monday } from "./samples.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

test("what a capped buyer was sent in a day is forgotten after three, what an agent holds never", async () => {
  const { client, name } = await database.table();
  const { loads } = createStore(client, name);
  const delivery = { type: "email", address: "acme@example.com" };
  const input = buyerInput.parse({ name: "Acme", delivery, price: { amount: 35, currency: "EUR" }, dailyCap: 1 });
  const config = {
    plan: { ...aPlan(), version: 1 },
    agents: new Map([["anna", anAgent({ agentId: "anna" })]]),
    buyers: new Map([["acme", { ...input, buyerId: "acme", version: 1, salt: "s" }]]),
    ...{ areas: new Map(), figures: new Map(), timeOff: [] },
  };
  const read = async (load: string) =>
    (await client.send(new GetCommand({ TableName: name, Key: { pk: `AGENT#${load}`, sk: "LOAD" } }))).Item;

  expect(await placeWith({ loads }, config, "acme", leadId(1), monday)).toBe(true);
  expect(await placeWith({ loads }, config, "acme", leadId(2), monday)).toBe(false);
  expect(await placeWith({ loads }, config, "anna", leadId(1), monday)).toBe(true);
  const day = await read(dayOfBuyer("acme", "Europe/Berlin", monday));
  expect(day?.[timeToLive]).toBe((monday + days(3)) / 1000);
  expect(await read("anna")).not.toHaveProperty(timeToLive);
});
