import { createHash } from "node:crypto";
import { systemClock } from "../clients/clock.ts";
import { createIds } from "../clients/ids.ts";
import { env } from "../contract/environment.ts";
import { createStore } from "../store/store.ts";
import { createTableClient } from "../store/table/table.ts";
import type { Ports, SecretsPort } from "../usecases/ports/ports.ts";
import { variable } from "./variable.ts";

/** The services that only some functions reach; `wiring.ts` makes them. */
type Wired = Pick<Ports, "workflow" | "notifier" | "identity" | "secrets" | "webhooks" | "buyerMail">;

/**
 * All ports of a function, from its environment. A service that the function is not wired to is not in its bundle; asking
 * for it is a bug and throws.
 */
export function createPorts(wired: Partial<Wired> = {}): Ports {
  return {
    clock: systemClock,
    ids: createIds(),
    ...createStore(createTableClient(), variable(env.tableName), systemClock.now),
    workflow: wired.workflow ?? notWired("workflow"),
    notifier: wired.notifier ?? notWired("notifier"),
    identity: wired.identity ?? notWired("identity"),
    buyerMail: wired.buyerMail ?? notWired("buyerMail"),
    webhooks: wired.webhooks ?? notWired("webhooks"),
    secrets: wired.secrets ?? plainHashes,
    publicUrl: process.env[env.publicUrl] ?? "",
  };
}

const plainHashes: SecretsPort = {
  keyedHash: notWired<SecretsPort>("secrets").keyedHash,
  digest: (text) => createHash("sha256").update(text).digest("hex"),
};

function notWired<P extends object>(name: string): P {
  const missing = () => {
    throw new Error(`this function is not wired to the ${name} port`);
  };
  return new Proxy({} as P, { get: () => missing });
}
