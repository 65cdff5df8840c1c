import { Worker } from "node:worker_threads";
import type { FunctionError, InvokeMessage, InvokeReply, WorkerData } from "./messages.ts";

/** One warm container: a thread with the bundle loaded, running one invocation at a time. */
export interface LambdaWorker {
  /** Never rejects. After `timeout` ms of real time the thread is ended, as AWS does with a container. */
  readonly invoke: (message: Omit<InvokeMessage, "cold">) => Promise<InvokeReply>;
  /** The next invocation finds a cold container; it costs a fifth of a new thread. */
  readonly renew: () => void;
  /** Ends the thread; an invocation under way fails with `Runtime.ExitError`. */
  readonly terminate: () => void;
  readonly alive: () => boolean;
}

interface Options {
  readonly data: WorkerData;
  readonly environment: Readonly<Record<string, string>>;
  /** A line the function printed. */
  readonly onLine: (line: string) => void;
}

export function startWorker({ data, environment, onLine }: Options): LambdaWorker {
  const worker = new Worker(new URL("./worker-thread.ts", import.meta.url), {
    workerData: data,
    env: environment,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let alive = true;
  let cold = false;
  let finish: ((reply: InvokeReply) => void) | undefined;
  let cause: FunctionError = { errorType: "Runtime.ExitError", errorMessage: "Error: Runtime exited without a reason" };

  for (const stream of [worker.stdout, worker.stderr]) forEachLine(stream, onLine);
  worker.on("message", (reply: InvokeReply) => finish?.(reply));
  worker.on("error", (error) => {
    cause = { errorType: "Runtime.UnhandledError", errorMessage: `${error}`, trace: (error.stack ?? "").split("\n") };
  });
  worker.on("exit", () => {
    alive = false;
    finish?.({ error: cause });
  });

  return {
    invoke: async (message) => {
      if (!alive) return { error: cause };
      const { promise, resolve } = Promise.withResolvers<InvokeReply>();
      finish = resolve;
      const alarm = setTimeout(() => {
        const errorMessage = `Task timed out after ${(message.timeout / 1000).toFixed(2)} seconds`;
        resolve({ error: { errorType: "Sandbox.Timedout", errorMessage } });
        void worker.terminate();
      }, message.timeout);
      worker.postMessage({ ...message, cold } satisfies InvokeMessage);
      cold = false;
      const reply = await promise;
      clearTimeout(alarm);
      finish = undefined;
      return reply;
    },
    renew: () => {
      cold = true;
    },
    terminate: () => {
      alive = false;
      void worker.terminate();
    },
    alive: () => alive,
  };
}

function forEachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") onLine(line);
  });
}
