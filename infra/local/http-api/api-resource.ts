import * as z from "zod";
import type { Template } from "../template/resources.ts";

const ignored = z.unknown().optional();

const corsSchema = z.strictObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().optional(),
});

const apiProperties = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal("HTTP"),
  CorsConfiguration: corsSchema.optional(),
  Description: ignored,
  DisableExecuteApiEndpoint: ignored,
  IpAddressType: ignored,
  Tags: ignored,
});

const routeProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(["NONE", "JWT"]).default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  OperationName: ignored,
});

const integrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  IntegrationMethod: ignored,
  Description: ignored,
  TimeoutInMillis: ignored,
});

const authorizerProperties = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal("JWT"),
  IdentitySource: z.tuple([z.literal("$request.header.Authorization")]),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
});

const stageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal("$default"),
  AutoDeploy: z.literal(true),
  AccessLogSettings: ignored,
  DefaultRouteSettings: ignored,
  RouteSettings: ignored,
  Description: ignored,
  Tags: ignored,
});

export type Cors = z.output<typeof corsSchema>;

export interface Authorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface ApiRoute {
  /** `POST /v1/leads/{id}/accept` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  readonly authorizer: Authorizer | undefined;
  readonly scopes: readonly string[];
}

/** The one HTTP API of the template. */
export interface HttpApi {
  readonly id: string;
  readonly endpoint: string;
  readonly cors: Cors | undefined;
  readonly routes: readonly ApiRoute[];
}

export const authorizersOf = (template: Template): readonly (Authorizer & { readonly id: string })[] =>
  template.all("AWS::ApiGatewayV2::Authorizer", authorizerProperties).map(({ ref, properties }) => ({
    id: ref,
    issuer: properties.JwtConfiguration.Issuer,
    audience: properties.JwtConfiguration.Audience,
  }));

export function httpApiOf(template: Template): HttpApi {
  const [api, ...others] = template.all("AWS::ApiGatewayV2::Api", apiProperties);
  if (api === undefined || others.length > 0) throw new Error("The local runner runs exactly one HTTP API");
  template.all("AWS::ApiGatewayV2::Stage", stageProperties);
  const integrations = template.all("AWS::ApiGatewayV2::Integration", integrationProperties);
  const authorizers = authorizersOf(template);

  const routes = template.all("AWS::ApiGatewayV2::Route", routeProperties).map(({ properties, logicalId }) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = properties;
    const integration = integrations.find(({ ref }) => Target === `integrations/${ref}`);
    const authorizer = AuthorizationType === "JWT" ? authorizers.find(({ id }) => id === AuthorizerId) : undefined;
    if (integration === undefined) throw new Error(`The route ${logicalId} has no integration`);
    if (AuthorizationType === "JWT" && authorizer === undefined) throw new Error(`${logicalId} has no authorizer`);
    const functionArn = integration.properties.IntegrationUri;
    return { key: RouteKey, functionArn, scopes: AuthorizationScopes, authorizer };
  });
  return {
    id: api.ref,
    endpoint: `https://${api.ref}.execute-api.${template.region}.amazonaws.com`,
    cors: api.properties.CorsConfiguration,
    routes,
  };
}
