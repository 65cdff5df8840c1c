import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { createPorts } from "../../shared/runtime/create-ports.ts";
import { logOnce } from "../../shared/runtime/logging.ts";
import { countEvents, logMetrics, metrics } from "../../shared/runtime/metrics.ts";
import { handleBatch } from "../../shared/runtime/stream-batch.ts";
import { readStreamChange } from "../../shared/runtime/stream-changes.ts";
import { wireIdentity, wireNotifier, wireSecrets, wireWorkflow } from "../../shared/runtime/wiring.ts";
import { drainWaiting } from "../../shared/usecases/lifecycle/queue/drain-waiting.ts";
import { handleChange } from "../../shared/usecases/stream/handle-change.ts";

const ports = createPorts({
  workflow: wireWorkflow(),
  notifier: wireNotifier(),
  identity: wireIdentity(),
  secrets: wireSecrets(),
});

/** Consumer of the table's stream: everything that follows from a lead's versions, each effect exactly once. */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
  .use(logOnce("stream"))
  .use(logMetrics(metrics))
  .handler(async (event) => {
    let drain = false;
    const response = await handleBatch(event.Records, async (record) => {
      const change = readStreamChange(record);
      const handled = change && (await handleChange(ports, change));
      drain ||= handled?.drain ?? false;
      countEvents(handled?.happened ?? []);
    });
    if (drain) {
      await drainWaiting(ports);
    }
    return response;
  });
