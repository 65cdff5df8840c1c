import { type Cloud, startCloud } from "./cloud.ts";
import { controlEndpoints } from "./control/endpoints.ts";
import { createControlHandler } from "./control/handler.ts";
import { issueToken } from "./control/tokens.ts";
import { demoForm } from "./demo/demo-form.ts";
import { type LoadedDemo, loadDemoTenant } from "./demo/load-demo-tenant.ts";
import { openDynamoDb } from "./dynamodb/dynamodb-local.ts";
import { createInstruments } from "./instruments/instruments.ts";
import { openPublicServer } from "./public-server.ts";
import { synthesise } from "./synthesise.ts";
import { readTemplate } from "./template/resources.ts";

export interface ProductOptions {
  /** 0: any free port. Without one: 3000, or the next free one. */
  readonly port?: number;
  /** Starts without the demo tenant. */
  readonly empty?: boolean;
  /** Print what the functions print. */
  readonly print?: boolean;
  /** False: the calendar does not fire. Tests see what events do by themselves, and months pass quickly. */
  readonly schedules?: boolean;
  /** A cloud assembly to run instead of this app's own. */
  readonly assembly?: string;
}

/** The whole product, running in this process. */
export interface Product {
  readonly url: string;
  readonly port: number;
  readonly cloud: Cloud;
  /** The demo tenant, unless the system was started or reset empty. */
  readonly demo: () => LoadedDemo | undefined;
  /** An access token, as `POST /_local/token` gives it. */
  readonly token: (username: string, groups: readonly string[]) => Promise<string>;
  /** Ends servers, workers and DynamoDB Local. */
  readonly stop: () => Promise<void>;
}

/** The tenant of the app that the runner runs, in its first stage. */
const tenant = "demo";

/**
 * Synthesises the stack, starts everything in it and loads the demo tenant. Several may run side by side in one
 * process, each with its own clock and table. What fails to start takes down what has started before it throws.
 */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const server = await openPublicServer(options.port);
  const [assembly, dynamodb] = await Promise.allSettled([options.assembly ?? synthesise(tenant), openDynamoDb()]);
  let cloud: Cloud | undefined;
  let demo: LoadedDemo | undefined;

  const stop = async (): Promise<void> => {
    await server.close();
    await cloud?.stop();
    if (dynamodb.status === "fulfilled") await dynamodb.value.stop();
  };

  try {
    if (assembly.status === "rejected") throw assembly.reason;
    if (dynamodb.status === "rejected") throw dynamodb.reason;
    const instruments = createInstruments(options.print ?? false);
    const template = readTemplate(assembly.value);
    const running = await startCloud({
      ...{ template, instruments, dynamodb: dynamodb.value, publicUrl: server.url },
      schedules: options.schedules ?? true,
    });
    cloud = running;
    const token = async (username: string, groups: readonly string[]): Promise<string> =>
      (await issueToken(running, { username, groups })).token;
    const fill = async (empty: boolean): Promise<void> => {
      demo = empty ? undefined : await loadDemoTenant(server.url, await token("admin", ["admin"]));
      await running.settle();
    };
    // Until the first content is there, only the API answers: whoever waits for /_local/health finds everything in place.
    server.serve([["/v1/", running.api]]);
    await fill(options.empty ?? false);
    server.serve([
      ["/_local", createControlHandler(controlEndpoints({ cloud: running, fill }))],
      ["/demo", demoForm],
      ["/", running.api],
    ]);
    return { url: server.url, port: server.port, cloud: running, demo: () => demo, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
