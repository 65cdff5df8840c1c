import * as z from "zod";
import type { HttpReply, PersonHandler } from "../../../shared/runtime/http/http.ts";
import { parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { type TierProposal, tierDecisionInput, tierProposal } from "../../../shared/schemas/tier.ts";
import { decideProposal } from "../../../shared/usecases/figures/decide-proposal.ts";
import { tiersView } from "../../../shared/usecases/figures/tiers-view.ts";
import { pageOf } from "../page.ts";
import { mustBeDone } from "../replies.ts";
import { givenId } from "../request-id.ts";

/** What everybody sees: who converts most, and the own way. */
const read: PersonHandler = async (request, ports, config) => {
  const reader = { agentId: request.caller.username, locale: request.locale };
  return { status: 200, body: await tiersView(ports, config, reader) };
};

const listQuery = z.object({ status: tierProposal.shape.status.optional() });

/** All proposals; a page in order of quarter and agent. */
const list: PersonHandler = async (request, ports) => {
  const { status } = parseOrThrow(listQuery, request.query);
  const all = (await ports.figures.proposals()).filter((each) => status === undefined || each.status === status);
  const page = pageOf(new Map(all.map((each) => [each.proposalId, each])), request);
  return { status: 200, body: { ...page, items: page.items.map(viewOf) } };
};

const deciding =
  (confirm: boolean): PersonHandler =>
  async (request, ports): Promise<HttpReply> => {
    const { reason } = parseOrThrow(tierDecisionInput, request.body ?? {});
    const actor = `agent:${request.caller.username}`;
    const outcome = await decideProposal(ports, givenId(request), { confirm, actor, reason });
    return { status: 200, body: viewOf(mustBeDone(outcome)) };
  };

/** Instants as ISO-8601. */
function viewOf({ proposedAt, decided, ...proposal }: TierProposal) {
  return {
    ...proposal,
    proposedAt: new Date(proposedAt).toISOString(),
    ...(decided && { decided: { ...decided, at: new Date(decided.at).toISOString() } }),
  };
}

export const tierRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/tiers": read,
  "GET /v1/tiers/proposals": list,
  "POST /v1/tiers/proposals/{id}/confirm": deciding(true),
  "POST /v1/tiers/proposals/{id}/refuse": deciding(false),
};
