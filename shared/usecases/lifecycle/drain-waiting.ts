import type { Ports } from "../ports.ts";
import { withPlan } from "../routing-config.ts";
import { drainQueue } from "./drain-queue.ts";

/** Drains the queue if anybody waits in it: mostly nobody does, and then one cheap look at the list is all it costs. */
export async function drainWaiting(ports: Ports): Promise<void> {
  const { items } = await ports.leads.listByStatus("queued", { limit: 1 });
  const routing = items.length > 0 ? withPlan(await ports.config.current()) : undefined;
  if (routing) {
    await drainQueue(ports, routing);
  }
}
