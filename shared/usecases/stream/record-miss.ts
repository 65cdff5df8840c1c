import { afterMiss } from "../../domain/guard-rails/changes.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { changePicks } from "../picking/change-picks.ts";
import { lookAt } from "../picking/pick-look.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import { sendNotice } from "./send-notice.ts";

/**
 * E3: the agent who picked the lead had no contact in time. It counts once, however often the record comes; the miss that
 * suspends them from picking is told to them and to the leaders of their team. `at`: when it was taken back, epoch ms.
 */
export async function recordMiss(
  ports: Ports,
  config: Configuration,
  state: LeadState,
  { agentId, at }: { readonly agentId: string; readonly at: number },
): Promise<void> {
  const { plan } = config;
  if (plan === undefined) return;
  const { leadId } = state;
  const { picks } = await changePicks(ports, agentId, (standing) =>
    afterMiss(lookAt(plan, standing, at), { leadId, at }),
  );
  const { suspension } = picks;
  if (suspension?.reason !== "misses" || suspension.from !== at) return;
  const { until, reason } = suspension;
  await sendNotice(ports, config, state, { kind: "suspended", to: { agentId }, until, reason });
  const leaders = { kind: "agentSuspended", to: { leadersOf: agentId }, about: agentId } as const;
  await sendNotice(ports, config, state, { ...leaders, until, reason });
}
