import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type Route, type RouteFunction, routes } from "../../shared/contract/routes.ts";
import type { Tenant } from "../tenants/tenant.ts";
import { acknowledge } from "./acknowledge.ts";
import type { People } from "./people.ts";

export interface LeadApiProps {
  readonly people: People;
  readonly throttle: Tenant["throttle"];
}

/** The HTTP API, made of the contract's routes: API Gateway checks persons' tokens, the functions check all else. */
export class LeadApi extends Construct {
  readonly api: HttpApi;
  private readonly authorizer: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { people, throttle }: LeadApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { createDefaultStage: false });
    this.authorizer = new HttpJwtAuthorizer("Persons", people.pool.userPoolProviderUrl, {
      jwtAudience: [people.client.userPoolClientId],
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: throttle.perSecond, burstLimit: throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog()), format: accessLogFormat },
    });
  }

  /** Base of all links, without a trailing slash. */
  get url(): string {
    return this.api.apiEndpoint;
  }

  /** Adds every route of the contract, each to its function. */
  serve(functions: Readonly<Record<RouteFunction, IFunction>>): void {
    const integrations = {
      intake: integration("Intake", functions.intake),
      "agent-api": integration("AgentApi", functions["agent-api"]),
      "admin-api": integration("AdminApi", functions["admin-api"]),
    };
    for (const route of routes) this.addRoute(route, integrations[route.handledBy]);
  }

  private addRoute({ route, access }: Route, to: HttpLambdaIntegration): void {
    const [method = "", path = ""] = route.split(" ");
    const authorizer: { authorizer?: IHttpRouteAuthorizer } =
      access.by === "person" ? { authorizer: this.authorizer } : {};
    const added = this.api.addRoutes({ path, methods: [methodOf(method)], integration: to, ...authorizer });
    if (access.by !== "person") for (const each of added) acknowledge(each, { APIG4: openBecause[access.by] });
  }

  private accessLog(): LogGroup {
    return new LogGroup(this, "AccessLog", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

const openBecause: Readonly<Record<Exclude<Route["access"]["by"], "person">, string>> = {
  source: "Senders cannot sign in: the function checks the source's key, which is stored hashed.",
  capability: "The path holds 128 random bits, stored hashed, that open one agent's work on one lead.",
  public: "Open on purpose: forms for everybody (the function checks origin and rate), and the API's description.",
};

/** One permission for all routes of a function: one for each would only make the template long. */
const integration = (id: string, handler: IFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });

function methodOf(name: string): HttpMethod {
  const method = Object.values(HttpMethod).find((known) => known === name);
  if (method === undefined) throw new Error(`The contract names a method that HTTP APIs do not have: ${name}`);
  return method;
}

/** Route, never path: a path may hold the secret of a link. No address and no user agent: those are personal. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    time: "$context.requestTime",
    routeKey: "$context.routeKey",
    status: "$context.status",
    error: "$context.error.messageString",
    integrationError: "$context.integrationErrorMessage",
    responseLatency: "$context.responseLatency",
    integrationLatency: "$context.integrationLatency",
    responseLength: "$context.responseLength",
  }),
);
