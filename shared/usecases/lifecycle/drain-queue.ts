import { routingSignature } from "../../domain/lifecycle/routing-signature.ts";
import { leadToRoute } from "../../domain/routing/lead-to-route.ts";
import type { Ports } from "../ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { commitPlaced } from "./commit-placed.ts";
import { askedBefore, type LeadItems, routedPlacement } from "./next-placement.ts";

const pageSize = 25;
/** Most time one drain takes unless told otherwise: the stream's consumer must be done before it is cut off. Ms. */
const atMost = 15_000;

/**
 * Queued leads in arrival order, each to whoever can take it now (C13, scenario 12). Several drains at once are
 * harmless: each lead is committed once. Leads that the rules treat alike are not tried once nobody could take one of
 * them, so that a full house costs one try and not a hundred.
 * Answers how many leads left the queue; what is left at `until` (epoch ms) waits for the next drain.
 */
export async function drainQueue(
  ports: Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">,
  config: RoutingConfig,
  options: { readonly until?: number } = {},
): Promise<number> {
  const until = options.until ?? ports.clock.now() + atMost;
  const hopeless = new Set<string>();
  let drained = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.leads.listByStatus("queued", { limit: pageSize, ...(cursor !== undefined && { cursor }) });
    for (const leadId of page.items) {
      if (ports.clock.now() >= until) return drained;
      const lead = await ports.leads.load(leadId, { consistent: true });
      if (lead === undefined || lead.state.status !== "queued") continue;
      const { tried = [] } = lead.state;
      const line = routingSignature(leadToRoute(lead.body, lead.state), tried, config.plan, ports.clock.now());
      if (hopeless.has(line)) continue;
      if (await drainOne(ports, config, lead)) drained += 1;
      else hopeless.add(line);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return drained;
}

async function drainOne(
  ports: Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">,
  config: RoutingConfig,
  lead: LeadItems,
): Promise<boolean> {
  const asked = askedBefore(lead.state, config);
  const committed = await commitPlaced(ports, config, lead, {
    stands: (state) => (state.status === "queued" ? undefined : { accepted: true }),
    choose: (items) => routedPlacement(ports, config, items, { mode: asked ? "again" : "first" }),
    command: (next) => ({ type: "drain", next }),
  });
  return committed.outcome === "done" && committed.changed;
}
