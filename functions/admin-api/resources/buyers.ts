import { env } from "../../../shared/contract/environment.ts";
import type { PersonHandler } from "../../../shared/runtime/http.ts";
import { parseOrThrow } from "../../../shared/runtime/problem.ts";
import { type Buyer, buyerInput } from "../../../shared/schemas/buyer.ts";
import { deleteBuyer, saveBuyer } from "../../../shared/usecases/configuration/buyers.ts";
import { expectedVersion, mustBeCurrent } from "../expected-version.ts";
import { pageOf } from "../page.ts";
import { writable } from "../read-only.ts";
import { found, gone, itemReply, mustBeDone } from "../replies.ts";
import { givenId, newId } from "../request-id.ts";

const list: PersonHandler = async (request, _ports, config) => {
  const page = pageOf(config.buyers, request);
  return { status: 200, body: { ...page, items: page.items.map(visible) } };
};

const read: PersonHandler = async (request, _ports, config) => {
  const buyer = found(config.buyers.get(givenId(request)), "buyer");
  return itemReply(buyer, visible(buyer));
};

const save: PersonHandler = async (request, ports, config) => {
  const buyerId = newId(request);
  const input = parseOrThrow(buyerInput, writable(request, "buyerId", ["secret"]));
  const mayBeLocal = process.env[env.localWebhooks] === "allow";
  const options = { expected: expectedVersion(request), mayBeLocal };
  const { item, created, secret } = mustBeDone(await saveBuyer(ports, config, buyerId, input, options));
  return itemReply(item, { ...visible(item), ...(secret !== undefined && { secret }) }, created);
};

const remove: PersonHandler = async (request, ports, config) => {
  mustBeCurrent(request, config.buyers.get(givenId(request)));
  mustBeDone(await deleteBuyer(ports, config, givenId(request)));
  return gone;
};

/** Without what the signing secret is made from. */
function visible({ salt, ...buyer }: Buyer): Omit<Buyer, "salt"> {
  return buyer;
}

export const buyerRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/buyers": list,
  "GET /v1/buyers/{id}": read,
  "PUT /v1/buyers/{id}": save,
  "DELETE /v1/buyers/{id}": remove,
};
