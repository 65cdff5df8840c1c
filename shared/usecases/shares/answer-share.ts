import { withNote } from "../../domain/lifecycle/body-room.ts";
import { type Decided, refused, unchanged, wrongState } from "../../domain/lifecycle/command.ts";
import { rateShare, returnShare, returnStands, sellShare } from "../../domain/shares/buyer-commands.ts";
import { durationMs } from "../../domain/time/durations.ts";
import type { Buyer, BuyerAction } from "../../schemas/buyer.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { type Committed, commitDecided } from "../lifecycle/commit-decided.ts";
import { eventsOf } from "../lifecycle/lead-events.ts";
import { loadLead } from "../lifecycle/load-lead.ts";
import { rewriteBody } from "../lifecycle/rewrite-body.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { commitRecipient } from "./commit-recipient.ts";
import { asShare, type SharedLead, sharedBy } from "./next-recipient.ts";
import { withRecipients } from "./views/with-recipients.ts";

/** What a buyer's link opens; `until`: end of the time for returns, epoch ms. */
export interface OpenedShare extends SharedLead {
  readonly buyer: Buyer;
  /** Whether the share is this buyer's (still). */
  readonly own: boolean;
  /** It was, until this buyer gave it back, and somebody else has it now. */
  readonly returned: boolean;
  readonly until: number;
}

/** By the secret in the path. Opening changes nothing. */
export async function openShare(
  ports: Pick<Ports, "leads" | "secrets">,
  config: Configuration,
  token: string,
): Promise<OpenedShare | undefined> {
  const link = await ports.leads.link(ports.secrets.digest(token));
  const buyer = link && config.buyers.get(link.agentId);
  const loaded = buyer && (await loadLead(ports, link.leadId));
  const lead = loaded && asShare(loaded);
  if (buyer === undefined || lead === undefined) return undefined;
  const own = lead.state.share.buyerId === buyer.buyerId && lead.state.status !== "erased";
  const returned = !own && lead.state.status !== "erased" && (await wasReturned(ports, lead, buyer));
  const body = await withRecipients(ports, lead.state, lead.body);
  return { state: lead.state, body, buyer, own, returned, until: returnsUntil(lead, buyer) };
}

/** What is sold again forgets who had it before; its history does not. */
async function wasReturned(ports: Pick<Ports, "leads">, { state }: SharedLead, { buyerId }: Buyer): Promise<boolean> {
  return (await eventsOf(ports.leads, state)).some(
    (event) => event.type === "lead.returned" && event.buyerId === buyerId,
  );
}

function returnsUntil({ state }: SharedLead, { returnWithin }: Buyer): number {
  return (state.assignedAt ?? state.since) + durationMs(returnWithin);
}

type AnswerPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/** What the buyer says about the share: it is taken, bad, or how good it was (C11). Saying it again changes nothing. */
export async function answerShare(
  ports: AnswerPorts,
  config: RoutingConfig,
  share: OpenedShare,
  action: BuyerAction,
): Promise<Committed> {
  if (share.returned) return { outcome: "refused", state: share.state, refusal: { kind: "returnedBefore" } };
  switch (action.action) {
    case "accept":
      return commitDecided(ports, config, share.state, (state) => sellByLink(state, share, ports.clock.now()));
    case "return":
      return giveBack(ports, config, share, action.reason);
    case "rate":
      return rate(ports, config, share, action);
    default:
      return action satisfies never;
  }
}

function sellByLink(state: LeadState, { buyer, own }: OpenedShare, now: number): Decided {
  if (state.status === "offered") return sellShare(state, buyer.buyerId, { now });
  if (!own) return refused({ kind: "notYours" });
  return state.status === "accepted" ? unchanged : wrongState(state);
}

/** Only when the plan sells such shares again is the next recipient sought. */
function giveBack(ports: AnswerPorts, config: RoutingConfig, share: OpenedShare, reason: string): Promise<Committed> {
  const { state, until } = share;
  const { buyerId } = share.buyer;
  const resale = sharedBy(config.plan, state.share.poolRule)?.method.resale === true;
  const stands = returnStands(state, { buyerId, until }, ports.clock.now());
  return commitRecipient(
    ports,
    config,
    share,
    (now, next, context) => returnShare(now, { buyerId, reason, until, ...(resale && { next }) }, context),
    { choose: resale && stands === undefined },
  );
}

async function rate(
  ports: AnswerPorts,
  config: RoutingConfig,
  { state, buyer }: OpenedShare,
  { rating, comment }: Extract<BuyerAction, { readonly action: "rate" }>,
): Promise<Committed> {
  const { buyerId } = buyer;
  const committed = await commitDecided(ports, config, state, (now) =>
    rateShare(now, buyerId, rating, { now: ports.clock.now() }),
  );
  if (committed.outcome !== "done" || comment === undefined || comment === "") return committed;
  const note = { at: ports.clock.now(), by: buyerId, text: comment };
  await rewriteBody(ports, state.leadId, (body) => withNote(body, note));
  return committed;
}
