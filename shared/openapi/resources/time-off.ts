import { timeOffInput } from "../../schemas/agent.ts";
import { timeOffAnswer } from "../answers/configuration.ts";
import { pageOf, paging } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";

const input: NamedSchema = {
  id: "TimeOffInput",
  side: "request",
  schema: timeOffInput,
  description: "An absence from `from` (included) to `to` (excluded).",
  examples: { vacation: { from: "2026-12-21T00:00:00+01:00", to: "2027-01-04T00:00:00+01:00", reason: "vacation" } },
};

const page = pageOf(timeOffAnswer);

export const timeOff: Resource = {
  tag: "Absences",
  about:
    "Time off (D4): no leads meanwhile, and no catching up afterwards. Agents note their own, leaders everybody's.",
  schemas: [input, timeOffAnswer, page],
  operations: {
    "GET /v1/agents/{id}/time-off": {
      id: "listTimeOff",
      summary: "An agent's absences",
      query: paging(500, 100),
      answers: { 200: { description: "By their beginning.", schema: page } },
    },
    "POST /v1/agents/{id}/time-off": {
      id: "addTimeOff",
      summary: "Note an absence",
      body: { schema: input },
      answers: { 201: { description: "Noted.", schema: timeOffAnswer } },
    },
    "DELETE /v1/agents/{id}/time-off/{timeOffId}": {
      id: "deleteTimeOff",
      summary: "Cancel an absence",
      answers: { 204: { description: "Cancelled." } },
    },
  },
};
