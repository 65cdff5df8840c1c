import type { Deal } from "../../domain/figures/sold.ts";
import type { Ports } from "../ports/ports.ts";
import { leadsSince } from "./leads-since.ts";

/**
 * The deals closed since `from` (epoch ms) with leads that had arrived before: a sales target does not ask when a lead came
 * (E5). The index of the converted leads has them without a look at the others. Undefined when it takes longer than
 * `until` (epoch ms).
 */
export async function earlierDeals(
  ports: Pick<Ports, "clock" | "leads">,
  from: number,
  until: number,
): Promise<readonly Deal[] | undefined> {
  const deals: Deal[] = [];
  for await (const states of leadsSince(ports, "converted", from)) {
    if (ports.clock.now() >= until) return undefined;
    for (const { ownerId, receivedAt, since, value } of states) {
      if (ownerId === undefined || receivedAt >= from) continue;
      deals.push({ agentId: ownerId, at: since, ...(value !== undefined && { value }) });
    }
  }
  return deals;
}
