import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { type Source, sourceInput, sourceKeyRequest } from "../../../shared/schemas/source.ts";
import { deleteSource, replaceSourceKey, saveSource } from "../../../shared/usecases/configuration/sources.ts";
import { describeSource } from "../../../shared/usecases/configuration/views/describe-source.ts";
import { expectedVersion, mustBeCurrent } from "../expected-version.ts";
import { pageOf } from "../page.ts";
import { writable } from "../read-only.ts";
import { found, gone, itemReply, mustBeDone } from "../replies.ts";
import { givenId, newId, requestKeyOf } from "../request-id.ts";

const list: PersonHandler = async (request, _ports, config) => {
  const page = pageOf(config.sources, request);
  return { status: 200, body: { ...page, items: page.items.map((source) => describeSource(source, config)) } };
};

const read: PersonHandler = async (request, _ports, config) => {
  const source = found(config.sources.get(givenId(request)), "source");
  return itemReply(source, describeSource(source, config));
};

const save: PersonHandler = async (request, ports, config) => {
  const sourceId = newId(request);
  const input = parseOrThrow(sourceInput, writable(request, "sourceId", ["key", "intakeUrl", "figures"]));
  const saved = mustBeDone(await saveSource(ports, config, sourceId, input, expectedVersion(request)));
  const { item, created, key } = saved;
  const once = key === undefined ? {} : { key, intakeUrl: intakeUrl(ports.publicUrl, item) };
  return itemReply(item, { ...item, ...once }, created);
};

const replaceKey: PersonHandler = async (request, ports, config) => {
  const source = found(config.sources.get(givenId(request)), "source");
  const { revoke } = parseOrThrow(sourceKeyRequest, request.body ?? {});
  const requestKey = requestKeyOf(request);
  const options = { revoke, ...(requestKey !== undefined && { requestKey }) };
  const { key } = mustBeDone(await replaceSourceKey(ports, config, source.sourceId, options));
  return { status: 201, body: { key, intakeUrl: intakeUrl(ports.publicUrl, source) } };
};

const remove: PersonHandler = async (request, ports, config) => {
  mustBeCurrent(request, config.sources.get(givenId(request)));
  mustBeDone(await deleteSource(ports, config, givenId(request)));
  return gone;
};

/** Where this source sends its leads: forms to their own address, all others to the one for keys. */
function intakeUrl(publicUrl: string, { sourceId, form }: Pick<Source, "sourceId" | "form">): string {
  return form ? `${publicUrl}/v1/forms/${sourceId}` : `${publicUrl}/v1/leads`;
}

export const sourceRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/sources": list,
  "GET /v1/sources/{id}": read,
  "PUT /v1/sources/{id}": save,
  "DELETE /v1/sources/{id}": remove,
  "POST /v1/sources/{id}/key": replaceKey,
};
