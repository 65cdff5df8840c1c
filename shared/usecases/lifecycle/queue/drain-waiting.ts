import type { Ports } from "../../ports/ports.ts";
import { withPlan } from "../../routing-config.ts";
import { drainQueue } from "./drain-queue.ts";

type DrainPorts = Pick<Ports, "clock" | "config" | "ids" | "leads" | "loads" | "rotation">;

/**
 * Drains the queue if anybody waits in it: mostly nobody does, and then one cheap look at the list is all it costs.
 * Answers how many leads found somebody.
 */
export async function drainWaiting(ports: DrainPorts, options: { readonly until?: number } = {}): Promise<number> {
  const { items } = await ports.leads.listByStatus("queued", { limit: 1 });
  const routing = items.length > 0 ? withPlan(await ports.config.current()) : undefined;
  return routing ? drainQueue(ports, routing, options) : 0;
}
