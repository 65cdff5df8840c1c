import { day } from "../../domain/time/durations.ts";
import type { Ports } from "../ports/ports.ts";

/** So that a leaked key is recognised as ours by people and scanners. */
const keyPrefix = "fl_src_";
const keyBytes = 32;

type KeyPorts = Pick<Ports, "config" | "secrets" | "ids" | "clock">;

/**
 * A new key for the source: shown this once, stored as its hash. The old ones end first, at once with `revoke`, else
 * after a day, so that senders have time to change over. With the caller's Idempotency-Key (`requestKey`) the key follows
 * from that and the tenant's secret: a repeat gets the same one, although it is not stored, and ends nothing.
 */
export async function issueSourceKey(
  ports: KeyPorts,
  sourceId: string,
  options: { readonly revoke: boolean; readonly requestKey?: string },
): Promise<string> {
  const { requestKey } = options;
  const secret =
    requestKey === undefined
      ? ports.ids.random(keyBytes)
      : await ports.secrets.keyedHash("key", `${sourceId} ${requestKey}`);
  const key = `${keyPrefix}${secret}`;
  const keyHash = ports.secrets.digest(key);
  if (await ports.config.sourceKey(keyHash)) return key;
  await endSourceKeys(ports, sourceId, options.revoke);
  await ports.config.putSourceKey(keyHash, { sourceId, createdAt: ports.clock.now() });
  return key;
}

/** Ends all keys of the source; those revoked stay as tombstones. */
export async function endSourceKeys(ports: KeyPorts, sourceId: string, revoke: boolean): Promise<void> {
  const now = ports.clock.now();
  const keys = await ports.config.sourceKeys(sourceId);
  for (const { keyHash, key } of keys.filter((each) => each.key.revokedAt === undefined)) {
    const ending = revoke
      ? { ...key, revokedAt: now }
      : { ...key, validUntil: Math.min(key.validUntil ?? Number.POSITIVE_INFINITY, now + day) };
    await ports.config.putSourceKey(keyHash, ending);
  }
}
