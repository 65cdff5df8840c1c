import { spawn } from "node:child_process";

/**
 * Runs a command for as long as standard input is open. The runner holds the other end, so the command dies with the
 * runner however that ends, `kill -9` included; a handler for signals in the runner could not do that.
 */
const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });

child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
process.stdin.on("close", () => child.kill("SIGKILL"));
process.stdin.resume();
