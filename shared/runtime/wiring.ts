import { createBuyerMail } from "../clients/buyer-mail.ts";
import { createIdentity } from "../clients/identity.ts";
import { createNotifier } from "../clients/notifier.ts";
import { createSecrets } from "../clients/secrets.ts";
import { createWebhooks } from "../clients/webhooks.ts";
import { createWorkflow } from "../clients/workflow.ts";
import { env } from "../contract/environment.ts";
import type { NotifierPort } from "../usecases/ports/notifier-port.ts";
import type { IdentityPort, SecretsPort, WorkflowPort } from "../usecases/ports/ports.ts";
import type { BuyerMailPort, WebhookPort } from "../usecases/ports/webhook-port.ts";
import { logger } from "./logging.ts";
import { variable } from "./variable.ts";

/** Step Functions: starts executions and answers their tokens. */
export const wireWorkflow = (): WorkflowPort =>
  createWorkflow(variable(env.stateMachineArn), undefined, process.env[env.deliveryStateMachineArn]);

/** E-mail to buyers. */
export const wireBuyerMail = (): BuyerMailPort => createBuyerMail(variable(env.mailTopicArn));

/** Other people's servers. */
export const wireWebhooks = (): WebhookPort =>
  createWebhooks({ allowLocal: process.env[env.localWebhooks] === "allow" });

/** Secrets Manager: keyed hashes of addresses, links and codes. */
export const wireSecrets = (): SecretsPort => createSecrets({ secretId: variable(env.hashSecretId) });

/** Cognito: the people who may sign in. */
export const wireIdentity = (): IdentityPort => createIdentity(variable(env.userPoolId));

/** SNS: SMS, push and e-mail. */
export const wireNotifier = (): NotifierPort =>
  createNotifier({
    mailTopicArn: variable(env.mailTopicArn),
    leaderTopicArn: variable(env.leaderTopicArn),
    smsSenderId: process.env[env.smsSenderId],
    smsMaxPrice: process.env[env.smsMaxPrice],
    onMailRefused: (error) => logger.error("an address gets no e-mail: raise the SNS quota of filter policies", error),
  });
