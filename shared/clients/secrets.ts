import { createHash, createHmac } from "node:crypto";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import type { SecretsPort } from "../usecases/ports/ports.ts";

export interface SecretsSettings {
  /** Secrets Manager id or ARN of the tenant's hashing secret. */
  readonly secretId: string;
  /**
   * How long a container keeps the secret, ms.
   * @default 15 minutes
   */
  readonly keepMs?: number;
  readonly now?: () => number;
}

const secret = z.object({ key: z.string().min(32) });

/** Keyed hashes with the tenant's own key; each purpose has its own, so that one hash never passes for another. */
export function createSecrets(
  { secretId, keepMs = 15 * 60_000, now = Date.now }: SecretsSettings,
  client = new SecretsManagerClient(),
): SecretsPort {
  let kept: { readonly key: string; readonly until: number } | undefined;
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    const { SecretString = "{}" } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    const { key } = secret.parse(JSON.parse(SecretString));
    kept = { key, until: now() + keepMs };
    return key;
  }

  /** Requests that arrive together share one read; a key in hand outlives an outage of Secrets Manager. */
  async function currentKey(): Promise<string> {
    if (kept && now() < kept.until) return kept.key;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    if (!kept) return reading;
    const { key } = kept;
    return reading.catch(() => key);
  }

  return {
    keyedHash: async (purpose, text) =>
      createHmac("sha256", await currentKey())
        .update(`${purpose}:${text}`)
        .digest("base64url"),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
  };
}
