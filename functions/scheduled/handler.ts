import middy from "@middy/core";
import { createPorts } from "../../shared/runtime/create-ports.ts";
import { logger, logOnce } from "../../shared/runtime/logging.ts";
import { wireNotifier, wireWorkflow } from "../../shared/runtime/wiring.ts";
import { type ScheduledJob, scheduledJob } from "../../shared/schemas/scheduled-job.ts";
import { measureTeam } from "../../shared/usecases/figures/measure-team.ts";
import { drainWaiting } from "../../shared/usecases/lifecycle/queue/drain-waiting.ts";
import { reviewPicking } from "../../shared/usecases/picking/review-picking.ts";
import { reconcile } from "../../shared/usecases/reconcile/reconcile.ts";
import { withPlan } from "../../shared/usecases/routing-config.ts";

/** The function itself is cut off after five minutes. Ms. */
const drainFor = 240_000;
const figuresFor = 270_000;

const ports = createPorts({ workflow: wireWorkflow(), notifier: wireNotifier() });

const jobs: Readonly<Record<ScheduledJob["job"], () => Promise<Record<string, number>>>> = {
  drain,
  figures: measure,
  picking: () => reviewPicking(ports, { until: ports.clock.now() + figuresFor }),
  reconcile: mend,
};

/** Sweeps behind what events do at once, so that nothing stays stuck after a lost one. */
export const handler = middy<unknown, Record<string, number>>()
  .use(logOnce("scheduled"))
  .handler(async (event) => {
    const { job } = scheduledJob.parse(event);
    const found = await jobs[job]();
    if (Object.values(found).some((count) => count > 0)) logger.info(job, found);
    return found;
  });

async function drain(): Promise<Record<string, number>> {
  return { drained: await drainWaiting(ports, { until: ports.clock.now() + drainFor }) };
}

async function mend(): Promise<Record<string, number>> {
  const routing = withPlan(await ports.config.current());
  return routing === undefined ? {} : reconcile(ports, routing);
}

async function measure(): Promise<Record<string, number>> {
  return measureTeam(ports, { until: ports.clock.now() + figuresFor });
}
