import { idempotencyKey } from "../../../domain/intake/idempotency-key.ts";
import type { LeadState } from "../../../schemas/lead/lead.ts";
import type { SecretsPort } from "../../ports/ports.ts";

/** An Idempotency-Key as the lead remembers it: short hashes of the key and of what it was sent with. */
export interface ActionKey {
  readonly key: string;
  readonly body: string;
}

const day = 24 * 60 * 60 * 1000;
const mostRemembered = 3;
/** Enough to tell three keys of one lead apart; STATE has to stay small. */
const hashLength = 16;

/** The key of one caller's request: somebody else's equal key is another one. */
export function actionKeyOf(
  secrets: Pick<SecretsPort, "digest">,
  request: { readonly callerId: string; readonly key: string; readonly action: string; readonly rawBody: string },
): ActionKey {
  const hash = (text: string) => secrets.digest(text).slice(0, hashLength);
  return {
    key: hash(`${request.callerId}|${request.key}`),
    body: hash(`${request.action}|${request.rawBody}`),
  };
}

/** The key in an `Idempotency-Key` header; `readable` is false for a header that holds none. */
export function readKeyHeader(header: string | undefined): { readonly key?: string; readonly readable: boolean } {
  const key = header === undefined ? undefined : idempotencyKey(header);
  return { readable: header === undefined || key !== undefined, ...(key !== undefined && { key }) };
}

/** Whether the lead has seen this key within a day, and with the same body. */
export function keyUse(state: LeadState, key: ActionKey | undefined, now: number): "new" | "repeat" | "otherBody" {
  const seen = key && state.keys?.find((each) => each.key === key.key && each.at > now - day);
  if (seen === undefined) return "new";
  return seen.body === key?.body ? "repeat" : "otherBody";
}

/** The three newest keys of the last day, this one included. */
export function withKey(keys: LeadState["keys"], key: ActionKey, now: number): NonNullable<LeadState["keys"]> {
  const others = (keys ?? []).filter((each) => each.key !== key.key && each.at > now - day);
  return [...others.slice(1 - mostRemembered), { ...key, at: now }];
}
