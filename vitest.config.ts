import { defineConfig } from "vitest/config";

/** What runs on DynamoDB Local. */
const onTheTable = ["test/{store,local}/**/*.test.ts", "test/functional/intake/{real-store,odd-values}.test.ts"];

export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
    // Generous: nothing here is about how fast a machine is.
    testTimeout: 900_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "logic",
          // Loading our modules anew for each of 180 files would take longer than all the tests in them.
          isolate: false,
          include: ["test/{unit,functional,infra}/**/*.test.ts"],
          exclude: onTheTable,
        },
      },
      {
        extends: true,
        test: {
          name: "table",
          include: onTheTable,
          globalSetup: "test/support/shared-dynamodb.ts",
          setupFiles: "test/support/use-shared-dynamodb.ts",
        },
      },
    ],
  },
});
