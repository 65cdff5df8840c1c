import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { agentInput } from "../../../shared/schemas/agent.ts";
import { deleteAgent, saveAgent } from "../../../shared/usecases/configuration/agents.ts";
import { describeAgents } from "../../../shared/usecases/configuration/views/describe-agent.ts";
import { agentProblems } from "../../../shared/usecases/configuration/views/item-problems.ts";
import { agentFor } from "../agent-visibility.ts";
import { expectedVersion, mustBeCurrent } from "../expected-version.ts";
import { pageOf } from "../page.ts";
import { writable } from "../read-only.ts";
import { found, gone, itemReply, mustBeDone } from "../replies.ts";
import { givenId, newId } from "../request-id.ts";

const list: PersonHandler = async (request, ports, config) => {
  const page = pageOf(config.agents, request);
  const views = await describeAgents(ports, config, page.items);
  return { status: 200, body: { ...page, items: views.map((view) => agentFor(request.caller, view)) } };
};

const read: PersonHandler = async (request, ports, config) => {
  const agent = found(config.agents.get(givenId(request)), "agent");
  const [view = agent] = await describeAgents(ports, config, [agent]);
  return itemReply(agent, agentFor(request.caller, view));
};

const save: PersonHandler = async (request, ports, config) => {
  const agentId = newId(request);
  const input = parseOrThrow(
    agentInput,
    writable(request, "agentId", [
      "openLeads",
      "available",
      "unavailableReason",
      "effectiveWeight",
      "figures",
      "problems",
    ]),
  );
  const { item, created } = mustBeDone(await saveAgent(ports, config, agentId, input, expectedVersion(request)));
  const [view = item] = await describeAgents(ports, config, [item]);
  return itemReply(item, { ...view, problems: agentProblems(config, item, request.locale) }, created);
};

const remove: PersonHandler = async (request, ports, config) => {
  mustBeCurrent(request, config.agents.get(givenId(request)));
  mustBeDone(await deleteAgent(ports, config, givenId(request)));
  return gone;
};

export const agentRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/agents": list,
  "GET /v1/agents/{id}": read,
  "PUT /v1/agents/{id}": save,
  "DELETE /v1/agents/{id}": remove,
};
