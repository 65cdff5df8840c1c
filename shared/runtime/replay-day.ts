import { parseArgs } from "node:util";
import { env } from "../contract/environment.ts";
import { dayOf, localDay } from "../domain/time/local-day.ts";
import { replayDay } from "../usecases/replay/replay-day.ts";
import { allProven, replayReport } from "../usecases/replay/replay-report.ts";
import { createPorts } from "./create-ports.ts";

const usage = `Proves from what is stored that each lead of a day came to its agent in turn.

  npm run replay -- [--day 2026-11-21] [--table NAME] [--endpoint URL]

  --day       the day the leads were received, in the time zone of the plan; today if left out
  --table     the tenant's table; otherwise ${env.tableName}
  --endpoint  a DynamoDB other than that of AWS, such as the local runner's; otherwise AWS_ENDPOINT_URL_DYNAMODB

Ends with 0 if everything is proven, with 1 if anything is not, with 2 if it could not be read.
`;

/** `npm run replay`: prints the day's decisions with their proof. */
async function main(): Promise<number> {
  const options = { help: { type: "boolean" }, day: { type: "string" }, table: { type: "string" } } as const;
  const { values } = parseArgs({ options: { ...options, endpoint: { type: "string" } } });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (values.table !== undefined) process.env[env.tableName] = values.table;
  if (values.endpoint !== undefined) useEndpoint(values.endpoint);

  const ports = createPorts();
  const { plan, sources } = await ports.config.current();
  const zone = plan?.timezone ?? "UTC";
  const day = values.day ?? dayOf(ports.clock.now(), zone);
  const span = localDay(day, zone);
  if (span === undefined) throw new Error(`${day} is not a day; write it as 2026-11-21`);
  const leads = await replayDay(ports, [...sources.keys()], span);
  process.stdout.write(replayReport(leads, day, zone));
  return allProven(leads) ? 0 : 1;
}

/** A DynamoDB that is not AWS's wants a region and credentials, too, and does not check them. */
function useEndpoint(url: string): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n(npm run replay -- --help)\n`);
  process.exitCode = 2;
}
