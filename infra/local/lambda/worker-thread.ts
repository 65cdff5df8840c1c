import { createRequire, enableCompileCache } from "node:module";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { FunctionError, InvokeMessage, InvokeReply, WorkerData } from "./messages.ts";
import { installVirtualDate } from "./virtual-date.ts";

type Handler = (event: unknown, context: object) => unknown;

const { offset, directory, handler }: WorkerData = workerData;
installVirtualDate(offset);
// The bundle is compiled once for all its workers, in whichever process they are.
enableCompileCache(join(directory, ".compiled"));
let invoke = load();

parentPort?.on("message", async (message: InvokeMessage) => {
  parentPort?.postMessage(await run(message));
});

function load(): Handler {
  const [file = "", name = ""] = handler.split(".");
  const require = createRequire(join(directory, "/"));
  delete require.cache[require.resolve(`./${file}.js`)];
  const bundle: Record<string, unknown> = require(`./${file}.js`);
  const found = bundle[name];
  if (typeof found !== "function") throw new Error(`${handler} is undefined or not exported`);
  return (event, context) => found(event, context);
}

async function run(message: InvokeMessage): Promise<InvokeReply> {
  try {
    if (message.cold) invoke = load();
    const result = await invoke(JSON.parse(message.event), contextOf(message));
    return { payload: JSON.stringify(result) ?? "null" };
  } catch (error) {
    return { error: describe(error) };
  }
}

function contextOf({ requestId, functionName, functionArn, timeout }: InvokeMessage): object {
  const deadline = performance.now() + timeout;
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionArn,
    memoryLimitInMB: "512",
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

/** As the runtime on AWS reports a thrown error: its name, message and stack lines. */
function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") };
}
