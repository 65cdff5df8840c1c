import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningFixture, runFixture } from "./running-fixture.ts";

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await runFixture();
});
afterAll(() => fixture.stop());

describe("HTTP API", () => {
  it("hands the function an event in payload format 2.0 and sends what it returns", async () => {
    const { status, body, headers } = await fixture.call(
      "POST",
      "/echo?a=1&a=2&b=%C3%A4",
      { hello: "world" },
      { "X-Custom": "Yes" },
    );
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(body).toMatchObject({
      version: "2.0",
      routeKey: "POST /echo",
      rawPath: "/echo",
      rawQueryString: "a=1&a=2&b=%C3%A4",
      queryStringParameters: { a: "1,2", b: "ä" },
      headers: { "x-custom": "Yes", "content-type": "application/json" },
      requestContext: { http: { method: "POST", path: "/echo", sourceIp: "127.0.0.1" }, stage: "$default" },
      body: '{"hello":"world"}',
      isBase64Encoded: false,
    });
  });

  it("encodes bodies that are not text, forms included", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const { body } = await fixture.call<Event>("POST", "/echo", "a=1&b=%20", form);
    expect(body.isBase64Encoded).toBe(true);
    expect(Buffer.from(body.body ?? "", "base64").toString()).toBe("a=1&b=%20");
  });

  it("moves cookies out of the headers", async () => {
    const { body } = await fixture.call<Event>("POST", "/echo", {}, { cookie: "x=1; y=2" });
    expect(body.cookies).toEqual(["x=1", "y=2"]);
    expect(body.headers).not.toHaveProperty("cookie");
  });

  it("takes an answer without a status code as the body, and greedy path variables", async () => {
    const { status, body } = await fixture.call("GET", "/plain/a/b");
    expect([status, body]).toEqual([200, "plain"]);
  });

  it("answers in API Gateway's words when there is no route or the function fails", async () => {
    expect(await fixture.call("GET", "/nowhere")).toMatchObject({ status: 404, body: { message: "Not Found" } });
    expect(await fixture.call("POST", "/throw")).toMatchObject({
      status: 500,
      body: { message: "Internal Server Error" },
    });
  });

  it("refuses bodies over 10 MB", async () => {
    const { status, body } = await fixture.call("POST", "/echo", "x".repeat(10 * 1024 * 1024 + 1), {
      "content-type": "text/plain",
    });
    expect([status, body]).toEqual([413, { message: "Request Entity Too Large" }]);
  });

  it("lets only tokens of its own issuer and audience through, and hands claims on as text", async () => {
    expect((await fixture.call("GET", "/me")).status).toBe(401);
    const { body } = await fixture.call<{ token: string }>("POST", "/_local/token", {
      username: "anna",
      groups: ["agent", "leader"],
    });
    const me = await fixture.call<Event>("GET", "/me", undefined, { authorization: `Bearer ${body.token}` });
    expect(me.body.requestContext.authorizer.jwt).toMatchObject({
      claims: {
        username: "anna",
        "cognito:groups": "[agent leader]",
        token_use: "access",
        client_id: "democlient",
      },
      scopes: null,
    });
    const forged = `${body.token.slice(0, -6)}AAAAAA`;
    const refused = await fixture.call("GET", "/me", undefined, { authorization: `Bearer ${forged}` });
    expect([refused.status, refused.body]).toEqual([401, { message: "Unauthorized" }]);
  });

  it("gives functions their own environment, secrets and the local address", async () => {
    const { secret, publicUrl } = await fixture.facts();
    expect(JSON.parse(secret).key).toHaveLength(20);
    expect(publicUrl).toBe(fixture.product.url);
  });

  it("runs six invocations of a function at a time and lets more wait", async () => {
    await Promise.all(Array.from({ length: 6 }, () => fixture.call("POST", "/sleep?ms=100")));
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 7 }, () => fixture.call("POST", "/sleep?ms=1000")));
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(2000);
    expect(performance.now() - begun).toBeLessThan(6500);
  });
});
