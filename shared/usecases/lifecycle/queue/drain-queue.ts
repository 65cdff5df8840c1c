import { everythingWaits } from "../../../domain/on-call/after-hours.ts";
import type { Ports } from "../../ports/ports.ts";
import type { RoutingConfig } from "../../routing-config.ts";
import { commitPlaced } from "../commit-placed.ts";
import { askedBefore } from "../next-placement.ts";
import { type LeadItems, routedPlacement } from "../routed-placement.ts";
import { lineOf, rememberedLine } from "./waiting-lines.ts";

const pageSize = 100;
/** Most time one drain takes unless told otherwise: the stream's consumer must be done before it is cut off. Ms. */
const atMost = 15_000;

/**
 * Queued leads in arrival order, each to whoever can take it now (C13, scenario 12). Several drains at once are
 * harmless: each lead is committed once. Leads that the rules treat alike are not tried once nobody could take one of
 * them, so that a full house costs one try and not a hundred, and are not even read when their line is known. While the
 * plan holds all leads until the business opens, nothing is done (C17).
 * Answers how many leads left the queue; what is left at `until` (epoch ms) waits for the next drain.
 */
export async function drainQueue(
  ports: Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">,
  config: RoutingConfig,
  options: { readonly until?: number } = {},
): Promise<number> {
  const { plan } = config;
  const begun = ports.clock.now();
  if (everythingWaits(plan, begun)) return 0;
  const until = options.until ?? begun + atMost;
  const hopeless = new Set<string>();
  let drained = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.leads.listByStatus("queued", { limit: pageSize, ...(cursor !== undefined && { cursor }) });
    for (const leadId of page.items) {
      const now = ports.clock.now();
      if (now >= until) return drained;
      const known = rememberedLine(ports.leads, leadId, plan, now);
      if (known !== undefined && hopeless.has(known)) continue;
      const lead = await ports.leads.load(leadId, { consistent: true });
      if (lead === undefined || lead.state.status !== "queued") continue;
      const line = lineOf(ports.leads, lead, plan, now);
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
