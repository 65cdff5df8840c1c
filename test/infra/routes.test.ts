import { describe, expect, it } from "vitest";
import { routes } from "../../shared/contract/routes.ts";
import { completeTenant, synthesise } from "../support/synthesised.ts";

const { template } = synthesise(completeTenant, "prod");
const deployed = new Map(
  Object.values(template.findResources("AWS::ApiGatewayV2::Route")).map(({ Properties }) => [
    String(Properties.RouteKey),
    Properties,
  ]),
);

/** Logical id of the function behind a route. */
function functionBehind(route: string): string {
  const integrationId = deployed.get(route)?.Target["Fn::Join"][1][1].Ref;
  const { Properties } = template.findResources("AWS::ApiGatewayV2::Integration")[integrationId] ?? {};
  return Properties?.IntegrationUri["Fn::GetAtt"][0];
}

describe("routes", () => {
  it("are the contract's, no more and no less", () => {
    expect([...deployed.keys()].sort()).toEqual(routes.map(({ route }) => route).sort());
  });

  it.each(routes.filter(({ access }) => access.by === "person"))("$route wants a person's token", ({ route }) => {
    expect(deployed.get(route)).toMatchObject({ AuthorizationType: "JWT", AuthorizerId: { Ref: expect.anything() } });
  });

  it.each(routes.filter(({ access }) => access.by !== "person"))("$route lets the function decide", ({ route }) => {
    expect(deployed.get(route)).toMatchObject({ AuthorizationType: "NONE" });
  });

  it.each(routes)("$route goes to $handledBy", ({ route, handledBy }) => {
    const ids = {
      intake: "ServiceIntakeFunction",
      "agent-api": "ServiceAgentApiFunction",
      "admin-api": "ServiceAdminApiFunction",
    };
    expect(functionBehind(route).slice(0, -8)).toBe(ids[handledBy]);
  });
});

describe("the API", () => {
  it("takes tokens of the tenant's pool and client only", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Authorizer", {
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
    });
    const [authorizer] = Object.values(template.findResources("AWS::ApiGatewayV2::Authorizer"));
    const { Issuer, Audience } = authorizer?.Properties.JwtConfiguration ?? {};
    expect(Issuer["Fn::GetAtt"]).toEqual([expect.stringMatching(/^DataPeoplePool\w{8}$/), "ProviderURL"]);
    expect(Audience).toEqual([{ Ref: expect.stringMatching(/^DataPeoplePoolClient\w{8}$/) }]);
  });

  it("is throttled", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
  });

  it("logs neither paths, which hold the secrets of links, nor addresses", () => {
    const [stage] = Object.values(template.findResources("AWS::ApiGatewayV2::Stage"));
    const format = JSON.parse(stage?.Properties.AccessLogSettings.Format);
    expect(format.routeKey).toBe("$context.routeKey");
    const named = Object.values<string>(format).join(" ");
    expect(named).not.toMatch(/path|sourceIp|userAgent|authorizer|rawPath|queryString/i);
  });
});
