import type { Caller } from "../../../shared/runtime/http/authorize.ts";
import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { forbidden, parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { type TimeOff, timeOffInput } from "../../../shared/schemas/agent.ts";
import { addTimeOff, deleteTimeOff, timeOffOf } from "../../../shared/usecases/configuration/time-off.ts";
import { leads } from "../agent-visibility.ts";
import { pageOf } from "../page.ts";
import { gone, mustBeDone } from "../replies.ts";
import { givenId, requestKeyOf } from "../request-id.ts";

const list: PersonHandler = async (request, _ports, config) => {
  const agentId = givenId(request);
  const mayRead = leads(request.caller) || request.caller.username === agentId;
  const all = mustBeDone(timeOffOf(config, agentId)).map((off) => viewOf(off, mayRead));
  return { status: 200, body: pageOf(new Map(all.map((off) => [`${off.from} ${off.timeOffId}`, off])), request) };
};

const add: PersonHandler = async (request, ports, config) => {
  const agentId = givenId(request);
  onlyOwn(request.caller, agentId);
  const input = parseOrThrow(timeOffInput, request.body);
  const off = mustBeDone(await addTimeOff(ports, config, agentId, input, requestKeyOf(request)));
  return { status: 201, body: viewOf(off, true) };
};

const remove: PersonHandler = async (request, ports) => {
  const agentId = givenId(request);
  onlyOwn(request.caller, agentId);
  mustBeDone(await deleteTimeOff(ports, agentId, request.params.timeOffId ?? ""));
  return gone;
};

/** Agents note their own absences, leaders everybody's. */
function onlyOwn(caller: Caller, agentId: string): void {
  if (!leads(caller) && caller.username !== agentId) {
    throw forbidden("You may note your own absences only. Ask a leader for others.");
  }
}

/** Everybody sees who is away and when; why, only the agent and leaders. */
function viewOf({ timeOffId, agentId, from, to, reason }: TimeOff, mayRead: boolean) {
  return {
    timeOffId,
    agentId,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    ...(mayRead && reason !== undefined && { reason }),
  };
}

export const timeOffRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/agents/{id}/time-off": list,
  "POST /v1/agents/{id}/time-off": add,
  "DELETE /v1/agents/{id}/time-off/{timeOffId}": remove,
};
