import { env } from "../../../shared/contract/environment.ts";
import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { type Buyer, buyerInput, buyerSecretRequest } from "../../../shared/schemas/buyer.ts";
import { replaceBuyerSecret } from "../../../shared/usecases/configuration/buyer-secrets.ts";
import { deleteBuyer, saveBuyer } from "../../../shared/usecases/configuration/buyers.ts";
import { type BuyerSeen, confirmedBuyers } from "../../../shared/usecases/configuration/views/confirmed-buyers.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { expectedVersion, mustBeCurrent } from "../expected-version.ts";
import { pageOf } from "../page.ts";
import { writable } from "../read-only.ts";
import { found, gone, itemReply, mustBeDone } from "../replies.ts";
import { givenId, newId, requestKeyOf } from "../request-id.ts";

const list: PersonHandler = async (request, ports, config) => {
  const page = pageOf(config.buyers, request);
  return { status: 200, body: { ...page, items: (await confirmedBuyers(ports, page.items)).map(visible) } };
};

const read: PersonHandler = async (request, ports, config) => {
  const buyer = found(config.buyers.get(givenId(request)), "buyer");
  return itemReply(buyer, await shown(ports, buyer));
};

const save: PersonHandler = async (request, ports, config) => {
  const buyerId = newId(request);
  const input = parseOrThrow(buyerInput, writable(request, "buyerId", ["secret", "problems", "addressConfirmed"]));
  const mayBeLocal = process.env[env.localWebhooks] === "allow";
  const options = { expected: expectedVersion(request), mayBeLocal, locale: request.locale };
  const saved = mustBeDone(await saveBuyer(ports, config, buyerId, input, options));
  const { item, created, secret, problems } = saved;
  return itemReply(item, { ...(await shown(ports, item)), ...(secret !== undefined && { secret }), problems }, created);
};

const replaceSecret: PersonHandler = async (request, ports, config) => {
  const { revoke } = parseOrThrow(buyerSecretRequest, request.body ?? {});
  const requestKey = requestKeyOf(request);
  const options = { revoke, ...(requestKey !== undefined && { requestKey }) };
  return { status: 201, body: mustBeDone(await replaceBuyerSecret(ports, config, givenId(request), options)) };
};

const remove: PersonHandler = async (request, ports, config) => {
  mustBeCurrent(request, config.buyers.get(givenId(request)));
  mustBeDone(await deleteBuyer(ports, config, givenId(request)));
  return gone;
};

type VisibleBuyer = Omit<BuyerSeen, "salt" | "earlierSalts">;

async function shown(ports: Pick<Ports, "buyerMail">, buyer: Buyer): Promise<VisibleBuyer> {
  const [seen = buyer] = await confirmedBuyers(ports, [buyer]);
  return visible(seen);
}

/** Without what the signing secrets are made from. */
function visible({ salt, earlierSalts, ...buyer }: BuyerSeen): VisibleBuyer {
  return buyer;
}

export const buyerRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/buyers": list,
  "GET /v1/buyers/{id}": read,
  "PUT /v1/buyers/{id}": save,
  "DELETE /v1/buyers/{id}": remove,
  "POST /v1/buyers/{id}/secret": replaceSecret,
};
