import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type Group, groups } from "../../contract/groups.ts";
import { type Route, routes } from "../../contract/routes.ts";
import type { Configuration } from "../../usecases/ports/ports.ts";
import { forbidden, notFound, unauthorized } from "./problem.ts";

/** A signed-in person: the agent id and the groups of the access token. */
export interface Caller {
  readonly username: string;
  readonly groups: readonly Group[];
}

const byRoute = new Map(routes.map((route) => [route.route, route]));

/** The route's entry in the contract; a route that is not there is not served. */
export function routeOf(routeKey: string): Route {
  const route = byRoute.get(routeKey);
  if (!route) {
    throw notFound("route");
  }
  return route;
}

/** Claims come flattened to strings from API Gateway: groups as `[agent leader]`. */
export function callerOf(event: APIGatewayProxyEventV2): Caller | undefined {
  const context = event.requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  const claims = context.authorizer?.jwt?.claims;
  if (claims === undefined || claims.token_use !== "access" || typeof claims.username !== "string") {
    return undefined;
  }
  const named = String(claims["cognito:groups"] ?? "")
    .replace(/^\[|\]$/g, "")
    .split(/[ ,]+/);
  return { username: claims.username, groups: groups.filter((group) => named.includes(group)) };
}

/**
 * Lets the person through if the route names one of their groups. An agent who was deactivated since the token was
 * issued is refused: the team's record decides on every call, not the token.
 */
export function authorizePerson(route: Route, caller: Caller | undefined, config: Configuration): Caller {
  if (caller === undefined) {
    throw unauthorized("Sign in and send an access token as Authorization: Bearer …");
  }
  if (
    route.access.by !== "person" ||
    !caller.groups.some((group) => route.access.by === "person" && route.access.groups.includes(group))
  ) {
    throw forbidden("Your role may not do this. Ask an admin if it should.");
  }
  if (config.agents.get(caller.username)?.status === "inactive") {
    throw forbidden("Your account is inactive. Ask an admin to activate it.");
  }
  return caller;
}
