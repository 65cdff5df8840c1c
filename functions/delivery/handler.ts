import middy from "@middy/core";
import { undelivered } from "../../shared/contract/workflow.ts";
import { createPorts } from "../../shared/runtime/create-ports.ts";
import { logger, logOnce } from "../../shared/runtime/logging.ts";
import { wireBuyerMail, wireSecrets, wireWebhooks } from "../../shared/runtime/wiring.ts";
import { deliveryTask } from "../../shared/schemas/buyer.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";
import { deliverShare } from "../../shared/usecases/shares/deliver-share.ts";

const ports = createPorts({ buyerMail: wireBuyerMail(), secrets: wireSecrets(), webhooks: wireWebhooks() });

/** Makes the workflow try again later. */
class Undelivered extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = undelivered;
  }
}

/** Shares of leads on their way to buyers: the one function that calls other people's servers. */
export const handler = middy<unknown, { readonly outcome: string }>()
  .use(logOnce("delivery"))
  .handler(async (event) => {
    const task = deliveryTask.parse(event);
    const routing = withPlan(await ports.config.current());
    if (routing === undefined) throw new Error("there is no plan by which a share could be sold");
    const delivered = await deliverShare(ports, routing, task);
    if (delivered.outcome !== "failed") return { outcome: delivered.outcome };
    logger.info("a delivery failed", { leadId: task.leadId, reason: delivered.reason });
    throw new Undelivered(delivered.reason);
  });
