import { afterAll, beforeAll, describe } from "vitest";
import { createStore } from "../../shared/store/store.ts";
import type { Ports } from "../../shared/usecases/ports/ports.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { createMemoryPorts } from "../support/memory/memory-ports.ts";
import { configContract } from "./contract/config.ts";
import { figuresContract } from "./contract/figures.ts";
import { intakeContract } from "./contract/intake.ts";
import { leadsContract } from "./contract/leads.ts";
import { loadsContract } from "./contract/loads.ts";
import { picksContract } from "./contract/picks.ts";
import { rotationContract } from "./contract/rotation.ts";
import { sharesContract } from "./contract/shares.ts";

type StorePorts = Pick<Ports, "leads" | "loads" | "picks" | "rotation" | "intake" | "config" | "figures">;

describe("in memory", () => {
  let seed = 0;
  contract(async () => createMemoryPorts({ seed: ++seed }));
});

describe("on DynamoDB Local", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDynamoDbLocal();
  });
  afterAll(() => database.stop());
  contract(async () => {
    const { client, name } = await database.table();
    return createStore(client, name);
  });
});

/** What the ports promise, whoever implements them. */
function contract(fresh: () => Promise<StorePorts>): void {
  describe("leads", () => leadsContract(fresh));
  describe("loads", () => loadsContract(fresh));
  describe("picks", () => picksContract(fresh));
  describe("rotation", () => rotationContract(fresh));
  describe("intake", () => intakeContract(fresh));
  describe("shares", () => sharesContract(fresh));
  describe("config", () => configContract(fresh));
  describe("figures", () => figuresContract(fresh));
}
