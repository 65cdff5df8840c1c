import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration, Ports } from "../../usecases/ports/ports.ts";
import { inGerman } from "../german/german-problem.ts";
import { logger, logOnce } from "../logging.ts";
import { authorizePerson, callerOf, routeOf } from "./authorize.ts";
import type { HttpReply, PersonHandler, RouteHandler } from "./http.ts";
import { withOpenedCursor, withSealedCursor } from "./list-cursor.ts";
import { preferredLocale } from "./preferred-locale.ts";
import { HttpProblem, notFound } from "./problem.ts";
import { readRequest } from "./read-request.ts";
import { securityHeaders } from "./security-headers.ts";

/** A function's routes: `person` handlers get the caller and configuration, `open` ones authenticate by themselves. */
export interface FunctionRoutes {
  readonly person?: Readonly<Record<string, PersonHandler>>;
  readonly open?: Readonly<Record<string, RouteHandler>>;
}

/**
 * The Lambda handler of an HTTP function: parse, authorize by the contract, call one route handler, map problems.
 * Build once per container, outside the handler.
 */
export function httpFunction(name: string, routes: FunctionRoutes, ports: Ports) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(logOnce(name))
    .handler((event) => answerEvent(event, routes, ports));
}

/** One request: the same without what surrounds it in a Lambda function. */
export async function answerEvent(
  event: APIGatewayProxyEventV2,
  routes: FunctionRoutes,
  ports: Ports,
): Promise<APIGatewayProxyStructuredResultV2> {
  return toResult(await answer(event, routes, ports));
}

async function answer(event: APIGatewayProxyEventV2, routes: FunctionRoutes, ports: Ports): Promise<HttpReply> {
  try {
    const route = routeOf(event.routeKey);
    const open = routes.open?.[route.route];
    if (open && route.access.by !== "person") {
      return await open(await readRequest(event), ports);
    }
    const person = routes.person?.[route.route];
    if (!person || route.access.by !== "person") {
      throw notFound("route");
    }
    const config: Configuration = await ports.config.current();
    const caller = authorizePerson(route, callerOf(event), config);
    const request = withOpenedCursor({ ...(await readRequest(event)), caller });
    return withSealedCursor(await person(request, ports, config), request);
  } catch (error) {
    return problemReply(error, preferredLocale(event.headers["accept-language"]));
  }
}

function problemReply(error: unknown, locale: Locale): HttpReply {
  if (!(error instanceof HttpProblem)) {
    logger.error("unexpected failure", error instanceof Error ? error : new Error(String(error)));
  }
  const problem =
    error instanceof HttpProblem
      ? error
      : new HttpProblem({
          status: 500,
          type: "internal",
          title: "Something went wrong on our side",
          detail: "Nothing of your request was lost that was answered before. Try again in a moment.",
        });
  return {
    status: problem.problem.status,
    body: locale === "de" ? inGerman(problem.toJSON()) : problem.toJSON(),
    headers: { "content-type": "application/problem+json", ...problem.problem.headers },
  };
}

function toResult(reply: HttpReply): APIGatewayProxyStructuredResultV2 {
  const { html, csv } = reply;
  const page = html !== undefined;
  const body = html ?? csv?.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
  const type = page ? "text/html; charset=utf-8" : csv ? "text/csv; charset=utf-8" : "application/json";
  return {
    statusCode: reply.status,
    headers: {
      ...(body === undefined ? {} : { "content-type": type }),
      ...(csv && { "content-disposition": `attachment; filename="${csv.name}.csv"` }),
      ...securityHeaders(page),
      ...reply.headers,
    },
    ...(body === undefined ? {} : { body }),
  };
}
