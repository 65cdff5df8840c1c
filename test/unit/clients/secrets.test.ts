import { createHash, createHmac } from "node:crypto";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test } from "vitest";
import { createSecrets } from "../../../shared/clients/secrets.ts";

const client = new SecretsManagerClient({ region: "eu-central-1" });
const manager = mockClient(client);
const key = "k".repeat(64);
let now = 0;
const settings = { secretId: "hashes", keepMs: 1000, now: () => now };
const reads = () => manager.commandCalls(GetSecretValueCommand).length;

beforeEach(() => {
  manager.reset();
  manager.on(GetSecretValueCommand, { SecretId: "hashes" }).resolves({ SecretString: JSON.stringify({ key }) });
  now = 0;
});

test("a keyed hash is HMAC-SHA-256 of purpose and text", async () => {
  const expected = createHmac("sha256", key).update("person:anna@example.com").digest("base64url");
  const secrets = createSecrets(settings, client);
  expect(await secrets.keyedHash("person", "anna@example.com")).toBe(expected);
  expect(await secrets.keyedHash("visitor", "anna@example.com")).not.toBe(expected);
});

test("a digest is SHA-256 as hex, without the key", () => {
  const digest = createHash("sha256").update("fl_src_1").digest("hex");
  expect(createSecrets(settings, client).digest("fl_src_1")).toBe(digest);
  expect(reads()).toBe(0);
});

test("the key is read once for requests that arrive together, and kept", async () => {
  const secrets = createSecrets(settings, client);
  await Promise.all([secrets.keyedHash("link", "a"), secrets.keyedHash("link", "b")]);
  now = 999;
  await secrets.keyedHash("link", "c");
  expect(reads()).toBe(1);
  now = 1000;
  await secrets.keyedHash("link", "d");
  expect(reads()).toBe(2);
});

test("a failed first read is tried again by the next request", async () => {
  manager
    .on(GetSecretValueCommand)
    .rejectsOnce(new Error("InternalServiceError"))
    .resolves({ SecretString: JSON.stringify({ key }) });
  const secrets = createSecrets(settings, client);
  await expect(secrets.keyedHash("link", "a")).rejects.toThrow("InternalServiceError");
  await expect(secrets.keyedHash("link", "a")).resolves.toBeTypeOf("string");
});

test("a key in hand outlives an outage", async () => {
  const secrets = createSecrets(settings, client);
  const before = await secrets.keyedHash("link", "a");
  now = 5000;
  manager.on(GetSecretValueCommand).rejects(new Error("InternalServiceError"));
  expect(await secrets.keyedHash("link", "a")).toBe(before);
});

test("a secret without a proper key is refused", async () => {
  manager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify({ key: "short" }) });
  await expect(createSecrets(settings, client).keyedHash("link", "a")).rejects.toThrow(/32/);
});
