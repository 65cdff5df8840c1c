import { inject } from "vitest";

const shared = inject("dynamodb")[Number(process.env.VITEST_POOL_ID) - 1];
if (shared === undefined) throw new Error(`no DynamoDB Local for vitest's worker ${process.env.VITEST_POOL_ID}`);
process.env.DYNAMODB_ENDPOINT = shared;
