import type { Route } from "../../contract/routes.ts";
import type { JsonObject } from "../resource.ts";

export const securitySchemes: JsonObject = {
  sourceKey: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "fl_src_…",
    description: "The key of a source, shown once when the source is made. Only its hash is stored.",
  },
  accessToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "Access token of the tenant's user pool: `username` is the agent's id, `cognito:groups` the roles. Each operation names the groups that may call it in `x-groups`. The agent's status is checked on every call.",
  },
  capability: {
    type: "http",
    scheme: "capability",
    description:
      "The secret in the path: 128 random bits, made for one offer and one agent, stored hashed. It opens the offer and, once accepted, the lead's page until the ownership ends or the agent is deactivated. No header is sent.",
  },
};

/** Who may call the route, as the contract says. */
export function securityOf({ access }: Route): JsonObject {
  switch (access.by) {
    case "person":
      return { security: [{ accessToken: [] }], "x-groups": access.groups };
    case "source":
      return { security: [{ sourceKey: [] }] };
    case "capability":
      return { security: [{ capability: [] }] };
    case "public":
      return { security: [] };
    default:
      return access satisfies never;
  }
}
