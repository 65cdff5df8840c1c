import { type AwsEndpoint, openAwsEndpoint } from "./aws-endpoint/server.ts";
import type { DatabaseAccess } from "./dynamodb/connection.ts";
import type { DynamoDbEndpoint } from "./dynamodb/dynamodb-local.ts";
import { createStorage } from "./dynamodb/storage.ts";
import { httpApiOf } from "./http-api/api-resource.ts";
import { createHttpFront, type HttpFront } from "./http-api/front.ts";
import { createIssuer, type Issuer } from "./identity/issuer.ts";
import { identityService } from "./identity/service.ts";
import { createUsers, type Users } from "./identity/users.ts";
import type { Instruments } from "./instruments/instruments.ts";
import { eventSourceMappingsOf } from "./lambda/event-source-mapping.ts";
import { functionsOf } from "./lambda/function-resource.ts";
import { createFunctions, type Functions } from "./lambda/functions.ts";
import { createMessaging, type Messaging } from "./notifications/messaging.ts";
import { createQueueConsumer } from "./queues/queue-consumer.ts";
import { schedulesOf } from "./schedules/schedule-resource.ts";
import { startSchedules } from "./schedules/scheduler.ts";
import { createSecrets } from "./secrets/secrets.ts";
import { createStates, type States } from "./states/states.ts";
import { createStreamConsumer } from "./streams/stream-consumer.ts";
import type { Template } from "./template/resources.ts";
import { settle } from "./time/quiescence.ts";
import { defineStateMachines, workflowIntegrations, workflowService } from "./workflow-service.ts";

/** One synthesised stack, running on this machine. */
export interface Cloud {
  readonly template: Template;
  readonly instruments: Instruments;
  readonly api: HttpFront;
  readonly issuer: Issuer;
  readonly users: Users;
  readonly states: States;
  readonly messaging: Messaging;
  readonly functions: Functions;
  /** For clients outside a Lambda: `AWS_ENDPOINT_URL`. */
  readonly awsEndpoint: string;
  /** The same for the tables alone, past counters and injected faults. */
  readonly tableEndpoint: string;
  /** DynamoDB Local itself, as it is until the next reset. */
  readonly database: () => DatabaseAccess;
  /** Resolves when nothing is under way. */
  readonly settle: () => Promise<void>;
  /** Empty tables, no executions, messages, usage or faults, cold functions; secrets and the clock stay. */
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Options {
  readonly template: Template;
  readonly instruments: Instruments;
  readonly dynamodb: DynamoDbEndpoint;
  /** The address the API answers at; replaces what the template takes for it. */
  readonly publicUrl: string;
  /** Whether the calendar fires. */
  readonly schedules: boolean;
}

/** Starts everything the template describes. Throws, naming it, on anything the runner does not run. */
export async function startCloud(options: Options): Promise<Cloud> {
  const { template, instruments, dynamodb, publicUrl } = options;
  const { account, region } = template;
  const { clock, activity, usage, faults, outbox, logs } = instruments;
  const api = httpApiOf(template);
  const mappings = eventSourceMappingsOf(template);
  const storage = createStorage(template, instruments, dynamodb);
  const issuer = await createIssuer(clock.now);

  let endpoint: AwsEndpoint | undefined;
  const functions = createFunctions({
    functions: functionsOf(template),
    region,
    ...instruments,
    endpointFor: (key) => endpoint?.urlFor(key) ?? "",
    localize: (value) => value.replaceAll(api.endpoint, publicUrl),
    overrides: { PUBLIC_URL: publicUrl },
  });
  const messaging = createMessaging(template, functions, instruments);
  const states = createStates({
    clock,
    integrations: workflowIntegrations(functions, storage.service),
    onTransition: ({ leadId }) => {
      usage.count("stepfunctions", "", { transitions: 1 });
      if (leadId !== undefined) usage.charge([leadId], { transitions: 1 });
    },
  });
  defineStateMachines(template, states);
  const users = createUsers(template, clock.now);

  endpoint = await openAwsEndpoint({
    services: {
      dynamodb: storage.service,
      sns: messaging.sns,
      sqs: messaging.sqs,
      stepfunctions: workflowService(states, usage),
      secretsmanager: createSecrets(template),
      cognito: identityService(users, clock.now),
    },
    uncounted: storage.uncounted,
    caller: functions.caller,
    faults,
    activity,
  });
  const { url: awsEndpoint, tableUrl: tableEndpoint, close, closeIdle } = endpoint;

  const consumersOf = (streamArn: string) =>
    mappings
      .filter(({ source }) => source === streamArn)
      .map((mapping) =>
        createStreamConsumer({
          mapping,
          region,
          functions,
          clock,
          faults,
          activity,
          onFailure: messaging.destinations.batch,
        }),
      );
  for (const mapping of mappings.filter(({ source }) => source.includes(":sqs:"))) {
    createQueueConsumer({ mapping, region, queues: messaging.queues, functions, clock, activity });
  }
  await storage.begin(consumersOf);
  const front = createHttpFront({ api, account, issuer, functions, now: clock.now });
  const stopSchedules = startSchedules({
    schedules: options.schedules ? schedulesOf(template) : [],
    clock,
    invocations: messaging.invocations,
    account,
    region,
  });

  return {
    template,
    instruments,
    api: (request, response) => activity.during("http request", () => front(request, response)),
    issuer,
    users,
    states,
    messaging,
    functions,
    awsEndpoint,
    tableEndpoint,
    database: storage.database,
    settle: () => settle(activity, states),
    reset: async () => {
      faults.clear();
      await settle(activity, states).catch((error: unknown) => logs.add("runner", String(error)));
      functions.restart();
      closeIdle();
      await states.reset();
      await storage.begin(consumersOf);
      messaging.reset();
      users.reset();
      outbox.clear();
      usage.clear();
    },
    stop: async () => {
      stopSchedules();
      functions.stop();
      await close();
      storage.close();
      clock.stop();
    },
  };
}
