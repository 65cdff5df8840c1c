import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { teamInput } from "../../../shared/schemas/agent.ts";
import { deleteTeam, saveTeam } from "../../../shared/usecases/configuration/teams.ts";
import { expectedVersion, mustBeCurrent } from "../expected-version.ts";
import { listReply } from "../page.ts";
import { writable } from "../read-only.ts";
import { found, gone, itemReply, mustBeDone } from "../replies.ts";
import { givenId, newId } from "../request-id.ts";

const list: PersonHandler = async (request, _ports, config) => listReply(config.teams, request);

const read: PersonHandler = async (request, _ports, config) =>
  itemReply(found(config.teams.get(givenId(request)), "team"));

const save: PersonHandler = async (request, ports, config) => {
  const teamId = newId(request);
  const input = parseOrThrow(teamInput, writable(request, "teamId"));
  const { item, created } = mustBeDone(await saveTeam(ports, config, teamId, input, expectedVersion(request)));
  return itemReply(item, item, created);
};

const remove: PersonHandler = async (request, ports, config) => {
  mustBeCurrent(request, config.teams.get(givenId(request)));
  mustBeDone(await deleteTeam(ports, config, givenId(request)));
  return gone;
};

export const teamRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/teams": list,
  "GET /v1/teams/{id}": read,
  "PUT /v1/teams/{id}": save,
  "DELETE /v1/teams/{id}": remove,
};
