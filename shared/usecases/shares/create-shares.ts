import { firstState } from "../../domain/lifecycle/first-state.ts";
import { idOf } from "../../domain/shares/recipient.ts";
import { shareBodies } from "../../domain/shares/share-body.ts";
import type { Ports } from "../ports/ports.ts";
import { eraseShares } from "./erase-shares.ts";

type SharePorts = Pick<Ports, "clock" | "config" | "ids" | "leads" | "loads">;

/**
 * Makes the shares of a lead that was shared, each an ordinary lead (C11). Ids, bodies and first states follow from the
 * parent alone and are put only if they are not there, so anyone may repeat or finish this, at any time. All recipients are claimed
 * before the first share can be declined. An erasure at the same moment finds the shares, or is found here.
 */
export async function createShares(ports: SharePorts, parentId: string): Promise<void> {
  const parent = await ports.leads.load(parentId, { consistent: true });
  const shares = parent?.state.shares;
  if (parent === undefined || shares === undefined || parent.state.status === "erased") return;
  for (const [i, { recipient }] of shares.given.entries()) {
    await ports.leads.claimRecipient(parentId, idOf(recipient), String(i + 1));
  }
  for (const body of shareBodies(parent.body, parent.state, shares)) {
    await ports.leads.createState(firstState(await ports.leads.createBody(body)));
  }
  const after = await ports.leads.state(parentId);
  if (after?.status === "erased") await eraseShares(ports, parentId);
}
