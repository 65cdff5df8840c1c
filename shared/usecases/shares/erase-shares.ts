import { decide } from "../../domain/lifecycle/decide.ts";
import { commitDecided } from "../lifecycle/commit-decided.ts";
import { rewriteBody } from "../lifecycle/rewrite-body.ts";
import type { Ports } from "../ports/ports.ts";
import { withPlan } from "../routing-config.ts";
import { sharesOf } from "./views/shares-of.ts";

type ErasePorts = Pick<Ports, "clock" | "config" | "ids" | "leads" | "loads">;

/** H4: the person is erased with every share, by whoever erased the lead. Erasing again finishes what was interrupted. */
export async function eraseShares(ports: ErasePorts, parentId: string): Promise<void> {
  const parent = await ports.leads.state(parentId);
  const routing = withPlan(await ports.config.current());
  const erased = parent?.events.find(({ type }) => type === "lead.erased");
  if (parent === undefined || routing === undefined || erased === undefined) return;
  const by = erased.actor.replace(/^agent:/, "");
  const shares = await sharesOf(ports, parent);
  for (const share of shares) {
    await commitDecided(ports, routing, share, (state) =>
      decide({ type: "erase", by }, state, { now: ports.clock.now(), plan: routing.plan }),
    );
    await rewriteBody(ports, share.leadId, (body) => body);
  }
}
