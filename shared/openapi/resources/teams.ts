import { teamInput } from "../../schemas/agent.ts";
import { teamAnswer } from "../answers/configuration.ts";
import { pageOf } from "../pages.ts";
import type { NamedSchema, Resource } from "../resource.ts";
import { collection } from "./collection.ts";

const input: NamedSchema = {
  id: "TeamInput",
  side: "request",
  schema: teamInput,
  description: "A team with its leader and deputy, who see the team's leads and are told of escalations.",
  examples: { berlin: { name: "Berlin", leaderId: "lena-hoffmann", deputyId: "martin-krause" } },
};

const page = pageOf(teamAnswer);

export const teams: Resource = {
  tag: "Teams",
  about: "Who leads whom. A team that an agent names is made when it is missing.",
  schemas: [input, teamAnswer, page],
  operations: collection({
    path: "/v1/teams",
    one: "team",
    many: "teams",
    input,
    saved: teamAnswer,
    read: teamAnswer,
    page,
    saving: "A new leader is told of the team's escalations from now on.",
    deleting: "Refused while agents are in it or the plan names it.",
  }),
};
