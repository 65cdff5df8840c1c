import * as z from "zod";
import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { invalid, parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { areaInput } from "../../../shared/schemas/area.ts";
import { deleteArea, saveArea } from "../../../shared/usecases/configuration/areas.ts";
import { areaProblems } from "../../../shared/usecases/configuration/views/item-problems.ts";
import { overlapReport } from "../../../shared/usecases/configuration/views/overlap-report.ts";
import { mostLeads, territoryReport } from "../../../shared/usecases/configuration/views/territory-report.ts";
import { expectedVersion, mustBeCurrent } from "../expected-version.ts";
import { listReply } from "../page.ts";
import { writable } from "../read-only.ts";
import { found, gone, itemReply, mustBeDone } from "../replies.ts";
import { givenId, newId } from "../request-id.ts";

const list: PersonHandler = async (request, _ports, config) => listReply(config.areas, request);

const read: PersonHandler = async (request, _ports, config) =>
  itemReply(found(config.areas.get(givenId(request)), "area"));

const save: PersonHandler = async (request, ports, config) => {
  const areaId = newId(request);
  const input = parseOrThrow(areaInput, writable(request, "areaId", ["polygonCodes", "problems"]));
  const { item, created } = mustBeDone(await saveArea(ports, config, areaId, input, expectedVersion(request)));
  return itemReply(item, { ...item, problems: areaProblems(config, item, request.locale) }, created);
};

const remove: PersonHandler = async (request, ports, config) => {
  mustBeCurrent(request, config.areas.get(givenId(request)));
  mustBeDone(await deleteArea(ports, config, givenId(request)));
  return gone;
};

const overlaps: PersonHandler = async (_request, _ports, config) => ({
  status: 200,
  body: { items: overlapReport(config) },
});

const overviewQuery = z.object({ days: z.coerce.number().int().min(1).max(93).default(30) });

const overview: PersonHandler = async (request, ports, config) => {
  const { days } = parseOrThrow(overviewQuery, request.query);
  const report = await territoryReport(ports, config, days);
  if (report === undefined) {
    const detail = `more than ${mostLeads} leads came in this time: ask for fewer days`;
    throw invalid([{ pointer: "/days", detail }]);
  }
  const { from, to, items } = report;
  return { status: 200, body: { from: new Date(from).toISOString(), to: new Date(to).toISOString(), items } };
};

export const areaRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/areas": list,
  "GET /v1/areas/overlaps": overlaps,
  "GET /v1/areas/overview": overview,
  "GET /v1/areas/{id}": read,
  "PUT /v1/areas/{id}": save,
  "DELETE /v1/areas/{id}": remove,
};
