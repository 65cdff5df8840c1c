import { createHash, createHmac } from "node:crypto";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createIds } from "../../shared/clients/ids.ts";
import { agentInput } from "../../shared/schemas/agent.ts";
import { planInput } from "../../shared/schemas/plan/plan.ts";
import { sourceInput } from "../../shared/schemas/source.ts";
import { createStore } from "../../shared/store/store.ts";
import { authenticateSource } from "../../shared/usecases/intake/authenticate-source.ts";
import { submitLead } from "../../shared/usecases/intake/submit-lead.ts";
import type { TestTable } from "../support/dynamodb-local.ts";
import { benchTenant, leadNumber } from "./bench-tenant.ts";

/** One request as the store handed it to the SDK. */
export interface RecordedRequest {
  /** As `UpdateItemCommand`. */
  readonly command: string;
  readonly input: unknown;
}

/** What taking in one lead sent to DynamoDB, in order. */
export interface RecordedIntake {
  readonly leadId: string;
  readonly requests: readonly RecordedRequest[];
}

/** Takes in leads with the product's own code in a table of its own, and writes down every request. */
export async function recordIntake(table: TestTable, leads: number): Promise<readonly RecordedIntake[]> {
  const clock = { now: () => Date.now(), sleep: async () => undefined };
  const secrets = {
    keyedHash: async (_purpose: string, text: string) => createHmac("sha256", "bench").update(text).digest("base64url"),
    digest: (text: string) => createHash("sha256").update(text).digest("hex"),
  };
  const ports = { ...createStore(table.client, table.name, clock.now), clock, secrets, ids: createIds() };
  const { agents, plan, source, key } = benchTenant;
  for (const { id, body } of agents) await ports.config.saveAgent(id, agentInput.parse(body), undefined);
  await ports.config.savePlan(planInput.parse(plan), undefined);
  await ports.config.saveSource(source.id, sourceInput.parse(source.body), undefined);
  await ports.config.putSourceKey(secrets.digest(key), { sourceId: source.id, createdAt: clock.now() });

  const requests = recordRequests(table.client);
  const recorded: RecordedIntake[] = [];
  // The first one opens the pool's epoch and fills the caches, which later ones do not.
  for (let number = 0; number <= leads; number++) {
    requests.length = 0;
    const known = await authenticateSource(ports, `Bearer ${key}`);
    if (known.outcome !== "known") throw new Error("the bench's source is not known");
    const done = await submitLead(ports, { ...known, json: leadNumber(number), locale: "en" });
    if (done.outcome !== "answered") throw new Error(`the bench's lead was not taken in: ${done.outcome}`);
    if (number > 0) recorded.push({ leadId: done.answer.leadId, requests: [...requests] });
  }
  return recorded;
}

function recordRequests(client: DynamoDBDocumentClient): RecordedRequest[] {
  const requests: RecordedRequest[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      requests.push({ command: String(context.commandName), input: args.input });
      return next(args);
    },
    { step: "initialize", name: "recordRequests" },
  );
  return requests;
}
