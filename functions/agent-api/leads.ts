import * as z from "zod";
import { askedInstant, instantOf } from "../../shared/runtime/http/asked-instant.ts";
import type { PersonHandler } from "../../shared/runtime/http/http.ts";
import { invalid, notFound, parseOrThrow } from "../../shared/runtime/http/problem.ts";
import { leadStatus } from "../../shared/schemas/lead/lead.ts";
import { leadFacts } from "../../shared/schemas/lead/lead-input.ts";
import { slug } from "../../shared/schemas/primitives.ts";
import { eraseLead } from "../../shared/usecases/lifecycle/actions/erase-lead.ts";
import { agentProfile } from "../../shared/usecases/lifecycle/reading/agent-profile.ts";
import { leadPool } from "../../shared/usecases/lifecycle/reading/lead-pool.ts";
import { listLeads } from "../../shared/usecases/lifecycle/reading/list-leads.ts";
import { exportLead, readLead, readLeadHistory } from "../../shared/usecases/lifecycle/reading/read-lead.ts";
import { updateFactsOf } from "../../shared/usecases/shares/update-shares.ts";
import { actionContextOf, leadIdOf, viewerOf } from "./lead-request.ts";
import { leadReply } from "./perform-action.ts";
import { reportRoutes } from "./reports.ts";

const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1000).optional(),
};
const listQuery = z.object({
  ...paging,
  status: leadStatus.optional(),
  ownerId: slug.optional(),
  sourceId: slug.optional(),
  from: askedInstant.optional(),
  to: askedInstant.optional(),
});
const changes = leadFacts.refine((facts) => Object.keys(facts).length > 0, "name at least one field to change");

const list: PersonHandler = async (request, ports, config) => {
  const { limit, cursor, from, to, ...asked } = parseOrThrow(listQuery, request.query);
  const zone = config.plan?.timezone ?? "UTC";
  const filter = {
    ...asked,
    ...(from !== undefined && { from: instantOf(from, zone) }),
    ...(to !== undefined && { to: instantOf(to, zone) }),
  };
  return { status: 200, body: await listLeads(ports, viewerOf(request, config), filter, { limit, cursor }) };
};

const pool: PersonHandler = async (request, ports, config) => {
  const { limit, cursor } = parseOrThrow(z.object(paging), request.query);
  const options = { limit, ...(cursor !== undefined && { cursor }) };
  return { status: 200, body: await leadPool(ports, viewerOf(request, config), options) };
};

const me: PersonHandler = async (request, ports, config) => ({
  status: 200,
  body: await agentProfile(ports, config, viewerOf(request, config).caller, request.locale),
});

const read: PersonHandler = async (request, ports, config) =>
  found(await readLead(ports, viewerOf(request, config), leadIdOf(request.params.id)));

const history: PersonHandler = async (request, ports, config) => {
  const items = await readLeadHistory(ports, viewerOf(request, config), leadIdOf(request.params.id));
  return found(items && { items });
};

const download: PersonHandler = async (request, ports, config) =>
  found(await exportLead(ports, viewerOf(request, config), leadIdOf(request.params.id)));

const patch: PersonHandler = async (request, ports, config) => {
  const facts = parseOrThrow(changes, request.body ?? {});
  const context = actionContextOf(ports, config, request, leadIdOf(request.params.id), "update");
  const result = await updateFactsOf(context, facts);
  if ("problems" in result) throw invalid(result.problems);
  return leadReply(ports, result, request, config);
};

const erase: PersonHandler = async (request, ports, config) => {
  const context = actionContextOf(ports, config, request, leadIdOf(request.params.id), "erase");
  return leadReply(ports, await eraseLead(context), request, config);
};

function found(body: unknown) {
  if (body === undefined) throw notFound("lead");
  return { status: 200, body };
}

/** Reading leads, and what is not an action of the lifecycle. */
export const leadRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/me": me,
  "GET /v1/pool": pool,
  "GET /v1/leads": list,
  "GET /v1/leads/{id}": read,
  "PATCH /v1/leads/{id}": patch,
  "DELETE /v1/leads/{id}": erase,
  "GET /v1/leads/{id}/history": history,
  "GET /v1/leads/{id}/export": download,
  ...reportRoutes,
};
