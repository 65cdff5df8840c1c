import * as z from "zod";
import type { Cloud } from "../cloud.ts";
import { faultSchema } from "../faults.ts";
import { moveClock } from "./clock-control.ts";
import { receiveSms } from "./inbound-sms.ts";
import { Problem, parse } from "./problem.ts";
import { issueToken } from "./tokens.ts";

/** A request to `/_local`, parsed: `body` is undefined without one. */
interface ControlRequest {
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export type Endpoint = (request: ControlRequest) => unknown;

interface Options {
  readonly cloud: Cloud;
  /** Gives an emptied system its first content: the demo tenant, or nothing. */
  readonly fill: (empty: boolean) => Promise<void>;
}

const resetSchema = z.strictObject({ empty: z.boolean().default(false) });
const instant = z.iso.datetime({ offset: true });

/** What exists only here: time, tokens, the outbox, faults and counters. Keys: method and path. */
export function controlEndpoints({ cloud, fill }: Options): Readonly<Record<string, Endpoint>> {
  const { clock, usage, faults, outbox, logs } = cloud.instruments;
  const { queues, buckets } = cloud.messaging;
  const now = (): { now: string } => ({ now: new Date(clock.now()).toISOString() });

  const endpoints: Readonly<Record<string, Endpoint>> = {
    "GET /_local": () => ({ endpoints: Object.keys(endpoints) }),
    "GET /_local/health": () => ({ status: "ready", ...now() }),
    "GET /_local/jwks.json": () => cloud.issuer.keySet,
    "POST /_local/token": ({ body }) => issueToken(cloud, body),
    "GET /_local/clock": now,
    "POST /_local/clock": ({ body }) => moveClock(cloud, body),
    "POST /_local/settle": () => cloud.settle().then(now),
    "GET /_local/outbox": ({ query }) => {
      const since = query.get("since");
      return { items: outbox.since(since === null ? 0 : Date.parse(parse(instant, since))) };
    },
    "POST /_local/sms": ({ body }) => receiveSms(cloud, body),
    "GET /_local/executions": ({ query }) => cloud.states.executions(query.get("leadId") ?? undefined),
    "GET /_local/usage": ({ query }) => {
      const leadId = query.get("leadId");
      return leadId === null ? { total: usage.total(), leads: usage.leads() } : usage.lead(leadId);
    },
    "DELETE /_local/usage": () => usage.clear(),
    "GET /_local/faults": () => ({ items: faults.pending() }),
    "POST /_local/faults": ({ body }) => {
      faults.inject(parse(faultSchema, body));
      return { items: faults.pending() };
    },
    "DELETE /_local/faults": () => faults.clear(),
    "POST /_local/reset": async ({ body }) => {
      const { empty } = parse(resetSchema, body ?? {});
      await cloud.reset();
      await fill(empty);
      return now();
    },
    "GET /_local/logs": () => ({ items: logs.all() }),
    "GET /_local/objects": () => ({ items: buckets.all() }),
    "GET /_local/queues": () => ({
      items: queues.definitions.map(({ label, arn }) => ({ queue: label, messages: queues.messages(arn) })),
    }),
    "GET /_local/users": () => ({
      items: cloud.users.all().map(({ groups, ...user }) => ({ ...user, groups: [...groups] })),
    }),
  };
  return endpoints;
}

/** The endpoint for a request; throws the 404 that names what there is. */
export function findEndpoint(endpoints: Readonly<Record<string, Endpoint>>, key: string): Endpoint {
  const endpoint = Object.hasOwn(endpoints, key) ? endpoints[key] : undefined;
  if (endpoint === undefined) throw new Problem(404, `No ${key}. There are: ${Object.keys(endpoints).join(", ")}`);
  return endpoint;
}
