import { simulate } from "./simulate.ts";
import { UsageError } from "./usage-error.ts";

const usage = `Fairlead on the command line.

  npx fairlead simulate PLAN.json LEADS.csv [--team TEAM.json] [--present PLAN.json] [--format table|json]

Who would have received what (docs/simulation.md has the details):

  PLAN.json   the plan to try, as PUT /v1/plan takes it
  LEADS.csv   one lead a row; columns named as in the API (firstName, postalCode, budget.max, custom.garden, …), and
              receivedAt, source. Comma or semicolon, quotes, with or without a byte order mark
  --team      {"agents": […], "areas": […], "sources": […], "timeOff": […]}, as the API lists them; without it
              six agents are made up who can do everything the plan asks for
  --present   a plan to compare with
  --open-for  how long a lead stays with its agent: P14D unless told otherwise
  --trace     also say in full why the leads that changed hands went where they went (json)
  --lang      de or en, for reasons

Ends with 0; with 1 when rows were left out as unreadable; with 2 when it could not be done.
`;

try {
  const [command, ...rest] = process.argv.slice(2);
  if (command === undefined || [command, ...rest].some((word) => word === "--help" || word === "-h")) {
    process.stdout.write(usage);
  } else if (command === "simulate") {
    process.exitCode = await simulate(rest);
  } else {
    throw new UsageError(`There is no command ${command}.`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write("(npx fairlead --help)\n");
  process.exitCode = 2;
}
