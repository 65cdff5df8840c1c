import { createHash, createHmac } from "node:crypto";
import type { Ports, SecretsPort } from "../../../shared/usecases/ports/ports.ts";
import { createMemoryClock, createMemoryIds, type MemoryClock } from "./memory-clock.ts";
import { createMemoryConfig, type MemoryConfig } from "./memory-config.ts";
import { createFaults, type Faults, remote } from "./memory-faults.ts";
import { createMemoryFigures } from "./memory-figures.ts";
import { createMemoryIntake } from "./memory-intake.ts";
import { createMemoryLeads, type MemoryLeads } from "./memory-leads.ts";
import { createMemoryLoads } from "./memory-loads.ts";
import {
  createMemoryIdentity,
  createMemoryNotifier,
  type MemoryIdentity,
  type MemoryNotifier,
} from "./memory-notifier.ts";
import { createMemoryPicks } from "./memory-picks.ts";
import { seededRandom } from "./memory-random.ts";
import { createMemoryRotation } from "./memory-rotation.ts";
import { createMemoryWebhooks, type MemoryWebhooks } from "./memory-webhooks.ts";
import { createMemoryWorkflow, type MemoryWorkflow } from "./memory-workflow.ts";

/**
 * All ports in memory, plus what a test may look at and turn. The contract suite in `test/store` runs against these and
 * the real store alike. Faults set with `failNext` meet the next calls of that method.
 */
export interface MemoryPorts
  extends Ports,
    Pick<Faults, "failNext" | "clearFaults">,
    Pick<MemoryLeads, "commits" | "onCommit" | "onToken">,
    Pick<MemoryConfig, "onTeam">,
    Pick<MemoryWorkflow, "executions" | "completions" | "deliveries" | "endExecution">,
    Pick<MemoryNotifier, "outbox" | "subscriptions" | "refuse">,
    Pick<MemoryIdentity, "users"> {
  readonly clock: MemoryClock;
  readonly buyersServers: Pick<MemoryWebhooks, "answerWith" | "calls" | "confirm" | "mails">;
}

/** @default now 2026-11-23T09:00:00Z, a Monday; `seed` makes ids and the order of concurrent calls repeatable;
 * `time` dates what is stored when another clock than these ports' own is in charge. */
export function createMemoryPorts(
  options: { readonly now?: number; readonly seed?: number; readonly time?: () => number } = {},
): MemoryPorts {
  const random = seededRandom(options.seed ?? 1);
  const turns = seededRandom((options.seed ?? 1) + 1);
  const clock = createMemoryClock(options.now ?? Date.parse("2026-11-23T09:00:00Z"));
  const now = options.time ?? clock.now;
  const faults = createFaults();
  const leads = createMemoryLeads();
  const config = createMemoryConfig(now);
  const workflow = createMemoryWorkflow(clock.now);
  const notifier = createMemoryNotifier(clock.now);
  const identity = createMemoryIdentity();
  const webhooks = createMemoryWebhooks();
  return {
    publicUrl: "https://fairlead.example",
    clock,
    ids: createMemoryIds(random),
    leads: remote("leads", leads.port, faults, turns),
    loads: remote("loads", createMemoryLoads(now), faults, turns),
    picks: remote("picks", createMemoryPicks(), faults, turns),
    rotation: remote("rotation", createMemoryRotation(), faults, turns),
    intake: remote("intake", createMemoryIntake(), faults, turns),
    config: remote("config", config.port, faults, turns),
    figures: remote("figures", createMemoryFigures(config.replaceFigures, config.port.saveAgent), faults, turns),
    workflow: remote("workflow", workflow.port, faults, turns),
    notifier: remote("notifier", notifier.port, faults, turns),
    identity: remote("identity", identity.port, faults, turns),
    secrets: memorySecrets,
    webhooks: webhooks.port,
    buyerMail: webhooks.mail,
    buyersServers: webhooks,
    failNext: faults.failNext,
    clearFaults: faults.clearFaults,
    commits: leads.commits,
    onCommit: leads.onCommit,
    onToken: leads.onToken,
    onTeam: config.onTeam,
    executions: workflow.executions,
    completions: workflow.completions,
    deliveries: workflow.deliveries,
    endExecution: workflow.endExecution,
    outbox: notifier.outbox,
    subscriptions: notifier.subscriptions,
    refuse: notifier.refuse,
    users: identity.users,
  };
}

const memorySecrets: SecretsPort = {
  keyedHash: async (purpose, text) =>
    createHmac("sha256", "not a secret").update(`${purpose}:${text}`).digest("base64url"),
  digest: (text) => createHash("sha256").update(text).digest("hex"),
};
