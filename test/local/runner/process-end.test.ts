import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openDynamoDb } from "../../../infra/local/dynamodb/dynamodb-local.ts";

const module = new URL("../../../infra/local/dynamodb/dynamodb-local.ts", import.meta.url).href;
const program = `import { openDynamoDb } from ${JSON.stringify(module)};
process.stdout.write((await openDynamoDb()).url); setInterval(() => {}, 1000);`;

/** A runner reduced to what can be left behind; its output is the address of DynamoDB Local. */
async function startRunner(): Promise<{ readonly runner: ChildProcess; readonly url: string }> {
  const runner = spawn(process.execPath, ["--input-type=module", "-e", program], {
    env: { PATH: process.env.PATH, DYNAMODB_ENDPOINT: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (runner.stdout === null) throw new Error("no output");
  const [url] = await once(runner.stdout, "data");
  return { runner, url: String(url) };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe("DynamoDB Local's process", () => {
  it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("is gone soon after the runner died of %s", async (signal) => {
    const { runner, url } = await startRunner();
    expect(await answers(url)).toBe(true);
    runner.kill(signal);
    for (let waited = 0; waited < 100 && (await answers(url)); waited += 1) await pause(100);
    expect(await answers(url)).toBe(false);
  });

  it("says in plain words what to do when there is no Java", async () => {
    const { JAVA_HOME } = process.env;
    process.env.JAVA_HOME = "/nowhere";
    try {
      await expect(openDynamoDb("")).rejects.toThrow(
        /Java runtime, version 17[\s\S]*apt-get install[\s\S]*DYNAMODB_ENDPOINT/,
      );
    } finally {
      if (JAVA_HOME === undefined) delete process.env.JAVA_HOME;
      else process.env.JAVA_HOME = JAVA_HOME;
    }
  });

  it("is not ours when an endpoint is named", async () => {
    const endpoint = await openDynamoDb("http://127.0.0.1:8000/");
    expect(endpoint.url).toBe("http://127.0.0.1:8000");
    await endpoint.stop();
  });
});
