import { randomBytes } from "node:crypto";
import { monotonicFactory } from "ulid";
import type { IdsPort } from "../usecases/ports/ports.ts";

/** Lead ids sort by time, also within one millisecond of one container. */
export function createIds(): IdsPort {
  const nextUlid = monotonicFactory();
  return {
    leadId: (now) => `ld_${nextUlid(now)}`,
    random: (bytes) => randomBytes(bytes).toString("base64url"),
  };
}
