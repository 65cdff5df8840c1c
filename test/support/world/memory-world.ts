import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { adminRoutes } from "../../../functions/admin-api/routes.ts";
import { actionRoutes } from "../../../functions/agent-api/actions.ts";
import { buyerAnswerRoutes } from "../../../functions/agent-api/buyer-answers.ts";
import { leadRoutes } from "../../../functions/agent-api/leads.ts";
import { linkRoutes } from "../../../functions/agent-api/links.ts";
import { postLead } from "../../../functions/intake/leads.ts";
import { createClock } from "../../../infra/local/time/clock.ts";
import { answerEvent } from "../../../shared/runtime/http/http-function.ts";
import { drainQueue } from "../../../shared/usecases/lifecycle/queue/drain-queue.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { reconcile } from "../../../shared/usecases/reconcile/reconcile.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";
import type { RemotePort } from "../memory/memory-faults.ts";
import { createMemoryPorts, type MemoryPorts } from "../memory/memory-ports.ts";
import { seededRandom } from "../memory/memory-random.ts";
import { apiEvent } from "./api-event.ts";
import { type BuyersServers, pageIn } from "./buyers-servers.ts";
import { createMemoryStream } from "./memory-streams.ts";
import { createWorkflowService } from "./memory-workflow-service.ts";
import type { Answered, World, WorldFault } from "./world.ts";

const start = Date.parse("2026-11-23T08:00:00Z");
const routes = {
  person: { ...leadRoutes, ...actionRoutes, ...adminRoutes },
  open: { "POST /v1/leads": postLead, ...linkRoutes, ...buyerAnswerRoutes },
};

/** The product in memory: its routes, stream consumer and state machine, on one virtual clock. */
export function createMemoryWorld(seed: number): World {
  const clock = createClock(() => start);
  const memory = createMemoryPorts({ now: start, seed, time: clock.now });
  const service = createWorkflowService(clock, () => ports);
  const ports: Ports = {
    ...memory,
    clock: { now: clock.now, sleep: () => new Promise(setImmediate) },
    workflow: service.port,
    config: {
      ...memory.config,
      async savePlan(plan, expected) {
        const saved = await memory.config.savePlan(plan, expected);
        if (saved.saved) stream.push("plan", { of: "plan" });
        return saved;
      },
    },
  };
  const stream = createMemoryStream(ports, seededRandom(seed + 7));
  memory.onCommit((previous, state) => stream.push(state.leadId, { of: "lead", previous, state }));
  memory.onToken((token) => stream.push(`${token.leadId} token`, { of: "token", token }));
  memory.onTeam(({ kind, next }) => {
    if (kind === "agent") stream.push("team", { of: "absence" });
    else if (kind === "timeOff" && next === undefined) stream.push("team", { of: "absence" });
  });

  async function settle(): Promise<void> {
    do {
      await stream.flow();
      await new Promise(setImmediate);
    } while (service.states.inFlight() > 0 || stream.busy());
  }

  return {
    ports: memory,
    buyers: buyersOf(memory),
    now: clock.now,
    settle,
    async ask(method, path, asked = {}): Promise<Answered> {
      const result = await answerEvent(apiEvent(method, path, asked) as APIGatewayProxyEventV2, routes, ports);
      const text = result.body ?? "";
      return { status: result.statusCode ?? 0, body: parsed(text), headers: headersOf(result.headers) };
    },
    async advance(ms) {
      await clock.advanceTo(clock.now() + ms, settle);
      await settle();
    },
    executions: async () => service.states.executions(),
    notices: async () => memory.outbox,
    inject: async (fault, random) => injectInto(memory, stream, fault, random),
    clearFaults: async () => memory.clearFaults(),
    async reconcile() {
      // Twice: what was on its way when the first one looked may be judged by the second.
      for (let round = 0; round < 2; round++) {
        await clock.advanceTo(clock.now() + 15 * 60_000, settle);
        const routing = withPlan(await ports.config.current());
        if (!routing) return;
        await reconcile(ports, routing);
        await drainQueue(ports, routing);
        await settle();
      }
    },
    stop: async () => clock.stop(),
  };
}

const targets: readonly (readonly [RemotePort, string])[] = [
  ["leads", "commit"],
  ["leads", "createBody"],
  ["leads", "createState"],
  ["leads", "claimRecipient"],
  ["leads", "recordHistory"],
  ["leads", "progress"],
  ["leads", "putLink"],
  ["loads", "reserve"],
  ["loads", "release"],
  ["picks", "replacePicks"],
  ["rotation", "draw"],
  ["rotation", "openEpoch"],
  ["rotation", "putEpoch"],
  ["rotation", "recordUsed"],
  ["intake", "claim"],
  ["intake", "mark"],
  ["notifier", "send"],
];

function injectInto(
  memory: MemoryPorts,
  stream: ReturnType<typeof createMemoryStream>,
  fault: WorldFault,
  random: () => number,
): void {
  if (fault === "duplicate" || fault === "reorder") {
    stream.doubleOften();
    return;
  }
  const [port, method] = targets[Math.floor(random() * targets.length)] ?? ["leads", "commit"];
  memory.failNext(port, method as never, fault, 1 + Math.floor(random() * 2));
}

function buyersOf({ buyersServers }: MemoryPorts): BuyersServers {
  return {
    address: async (buyerId) => `https://${buyerId}.example.com/leads`,
    answerWith: (answer) => buyersServers.answerWith(() => ({ outcome: "answered", ...answer() })),
    pages: () => buyersServers.calls.map(({ body }) => pageIn(body)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function headersOf(headers: Readonly<Record<string, boolean | number | string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}
