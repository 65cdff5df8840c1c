import { withNote } from "../../domain/lifecycle/body-room.ts";
import { type Decided, refused, unchanged, wrongState } from "../../domain/lifecycle/command.ts";
import { rateShare, returnShare, returnStands, sellShare } from "../../domain/shares/buyer-commands.ts";
import type { BuyerAction } from "../../schemas/buyer.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { type Committed, commitDecided } from "../lifecycle/commit-decided.ts";
import { rewriteBody } from "../lifecycle/rewrite-body.ts";
import type { Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { type OpenedShare, pastOf } from "./afterwards/open-share.ts";
import { commitRecipient } from "./commit-recipient.ts";
import { sharedBy } from "./next-recipient.ts";

type AnswerPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/** What the buyer says about the share: it is taken, bad, or how good it was (C11). Saying it again changes nothing. */
export async function answerShare(
  ports: AnswerPorts,
  config: RoutingConfig,
  share: OpenedShare,
  action: BuyerAction,
): Promise<Committed> {
  const { state, past, own, buyer } = share;
  // The seller has taken it back: how good it was can still be said.
  if (past !== undefined && !(own && action.action === "rate")) {
    return { outcome: "refused", state, refusal: { kind: "pastShare", past } };
  }
  const committed = await perform(ports, config, share, action);
  if (committed.outcome !== "refused") return committed;
  // Of two answers at once the slower is told what came of the faster, and so is whoever the seller was faster than.
  const since = await pastOf(ports, committed.state, buyer);
  return since === undefined ? committed : { ...committed, refusal: { kind: "pastShare", past: since } };
}

function perform(
  ports: AnswerPorts,
  config: RoutingConfig,
  share: OpenedShare,
  action: BuyerAction,
): Promise<Committed> {
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
