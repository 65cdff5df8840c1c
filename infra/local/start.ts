import { banner } from "./banner.ts";
import { startProduct } from "./product.ts";

/** `npm start`: the whole product on this machine, until Ctrl-C. */
const { PORT, FAIRLEAD_EMPTY, FAIRLEAD_LOG } = process.env;

// Functions on AWS run in UTC whatever the machine's zone is.
process.env.TZ = "UTC";

try {
  const product = await startProduct({
    ...(PORT === undefined || PORT === "" ? {} : { port: Number(PORT) }),
    empty: FAIRLEAD_EMPTY === "1",
    print: FAIRLEAD_LOG === "1",
  });
  const usual = product.port === 3000 || PORT !== undefined;
  process.stdout.write(usual ? "" : `Port 3000 is in use, so this is ${product.port}.\n`);
  process.stdout.write(await banner(product));

  const stop = (): void => {
    process.stdout.write("\nStopping.\n");
    void product.stop().finally(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
