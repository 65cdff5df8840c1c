import type { Source } from "../../schemas/source.ts";
import type { Configuration, Ports } from "../ports/ports.ts";

export type Authenticated =
  | { readonly outcome: "known"; readonly source: Source; readonly config: Configuration }
  /** No key, or none of ours. */
  | { readonly outcome: "unknown" }
  /** A key that was ours: revoked, or replaced more than a day ago. */
  | { readonly outcome: "revoked" };

/** The source behind `Authorization: Bearer fl_src_…`, with the configuration as of this moment: one round trip. */
export async function authenticateSource(
  ports: Pick<Ports, "config" | "secrets" | "clock">,
  authorization: string | undefined,
): Promise<Authenticated> {
  const key = /^Bearer\s+(fl_src_\S+)$/i.exec(authorization?.trim() ?? "")?.[1];
  if (key === undefined) {
    return { outcome: "unknown" };
  }
  const { config, key: stored } = await ports.config.currentWithKey(ports.secrets.digest(key));
  if (stored === undefined) {
    return { outcome: "unknown" };
  }
  const ended = stored.revokedAt !== undefined || (stored.validUntil ?? Infinity) <= ports.clock.now();
  const source = config.sources.get(stored.sourceId);
  return ended || source === undefined ? { outcome: "revoked" } : { outcome: "known", source, config };
}
