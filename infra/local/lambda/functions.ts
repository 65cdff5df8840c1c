import { randomUUID } from "node:crypto";
import type { Caller } from "../aws-endpoint/request.ts";
import type { Fault, Faults } from "../faults.ts";
import { openLedger } from "../instruments/attribution.ts";
import type { Logs } from "../instruments/logs.ts";
import type { Usage } from "../instruments/usage.ts";
import type { Activity } from "../time/activity.ts";
import type { Clock } from "../time/clock.ts";
import type { LambdaFunction } from "./function-resource.ts";
import type { FunctionError, InvokeReply } from "./messages.ts";
import { runtimeEnvironment } from "./runtime-environment.ts";
import { type LambdaWorker, startWorker } from "./worker.ts";
import { createWorkerPool, type WorkerPool } from "./worker-pool.ts";

/** Runs the template's functions. */
export interface Functions {
  /** `name`: a function's name or ARN. `event`: JSON text. Rejects only when there is no such function. */
  readonly invoke: (name: string, event: string) => Promise<InvokeReply>;
  readonly find: (name: string) => LambdaFunction;
  /** The invocation that runs in the worker with this key. */
  readonly caller: (key: string) => Caller | undefined;
  /** Makes all workers cold: nothing is left of what their code remembers. */
  readonly restart: () => void;
  /** Ends all workers. */
  readonly stop: () => void;
}

interface Options {
  readonly functions: readonly LambdaFunction[];
  readonly region: string;
  readonly clock: Clock;
  readonly usage: Usage;
  readonly faults: Faults;
  readonly logs: Logs;
  readonly activity: Activity;
  /** `AWS_ENDPOINT_URL` for a worker. */
  readonly endpointFor: (key: string) => string;
  /** Puts local addresses in place of those on AWS in the value of a variable. */
  readonly localize: (value: string) => string;
  /** Variables that differ locally, for the functions that have them. */
  readonly overrides: Readonly<Record<string, string>>;
}

/** Workers of one function, unless the template reserves fewer. Beyond, invocations wait. */
const concurrency = 6;

/** Real ms an invocation may take: the template's limit is for AWS's processors, not for a busy laptop. */
const patience = (timeout: number): number => Math.max(timeout * 3000, 30_000);

const crashed: FunctionError = { errorType: "Runtime.ExitError", errorMessage: "Error: Runtime exited (injected)" };

export function createFunctions(options: Options): Functions {
  const { functions, clock, usage, faults, logs, activity, endpointFor, localize, overrides, region } = options;
  const callers = new Map<string, Caller & { readonly requestId: string }>();
  const keys = new WeakMap<LambdaWorker, string>();
  const pools = new Map<string, WorkerPool>();

  const environmentOf = ({ name, environment }: LambdaFunction, key: string): Record<string, string> => {
    const own = Object.entries(environment).map(([variable, value]) => [
      variable,
      overrides[variable] ?? localize(value),
    ]);
    return { ...runtimeEnvironment(name, region), ...Object.fromEntries(own), AWS_ENDPOINT_URL: endpointFor(key) };
  };

  const start = (definition: LambdaFunction): LambdaWorker => {
    const key = randomUUID();
    const { label, handler, runtime } = definition;
    if (!runtime.startsWith("nodejs"))
      throw new Error(`The local runner runs Node.js only, and ${label} is ${runtime}`);
    const worker = startWorker({
      data: { offset: clock.offset, directory: definition.directory(), handler },
      environment: environmentOf(definition, key),
      onLine: (line) => logs.add(label, line, callers.get(key)?.requestId),
    });
    keys.set(worker, key);
    return worker;
  };

  const poolOf = (definition: LambdaFunction): WorkerPool => {
    const known = pools.get(definition.name);
    if (known !== undefined) return known;
    const pool = createWorkerPool(
      () => start(definition),
      Math.min(concurrency, definition.concurrency ?? concurrency),
    );
    pools.set(definition.name, pool);
    return pool;
  };

  const run = (definition: LambdaFunction, event: string): Promise<InvokeReply> =>
    poolOf(definition).use(async (worker) => {
      const key = keys.get(worker) ?? "";
      const requestId = randomUUID();
      const ledger = openLedger(usage, event);
      callers.set(key, { function: definition.label, requestId, ledger, crash: worker.terminate });
      usage.count("lambda", definition.label, { invocations: 1 });
      ledger.spend("", { invocations: 1 });
      const reply = await worker.invoke({
        event,
        requestId,
        functionName: definition.name,
        functionArn: definition.arn,
        timeout: patience(definition.timeout),
      });
      ledger.close();
      callers.delete(key);
      if ("error" in reply)
        logs.add(definition.label, `${reply.error.errorType}: ${reply.error.errorMessage}`, requestId);
      return reply;
    });

  const find = (name: string): LambdaFunction => {
    const found = functions.find((entry) => entry.name === name || name.startsWith(entry.arn));
    if (found === undefined) throw new Error(`No function of the template is called ${name}`);
    return found;
  };

  return {
    invoke: async (name, event) => {
      const definition = find(name);
      const { label } = definition;
      const fault = faults.take({ service: "lambda", operation: "Invoke", function: label, text: event });
      if (fault?.moment === "before") return { error: errorOf(fault) };
      const reply = await activity.during(`invoke ${label}`, () => run(definition, event));
      return fault === undefined ? reply : { error: errorOf(fault) };
    },
    find,
    caller: (key) => callers.get(key),
    restart: () => {
      for (const pool of pools.values()) pool.restart();
      callers.clear();
    },
    stop: () => {
      for (const pool of pools.values()) pool.stop();
      callers.clear();
    },
  };
}

function errorOf({ kind }: Fault): FunctionError {
  if (kind === "crash") return crashed;
  if (kind === "timeout") return { errorType: "Sandbox.Timedout", errorMessage: "Task timed out (injected)" };
  if (kind === "throttle") return { errorType: "TooManyRequestsException", errorMessage: "Rate Exceeded." };
  return { errorType: "Error", errorMessage: "Injected fault" };
}
