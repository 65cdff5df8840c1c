import { defineConfig } from "vitest/config";

/** The property tests of the whole product at length: hours of random days. */
export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: "SILENT" },
    include: ["test/functional/**/*.property.test.ts", "test/local/**/*.property.test.ts"],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
