import { describe, expect, it } from "vitest";
import { authorize } from "../../../../infra/local/http-api/jwt-authorizer.ts";
import { createIssuer } from "../../../../infra/local/identity/issuer.ts";

const day = 86_400_000;
const pool = { issuer: "https://cognito-idp.eu-central-1.amazonaws.com/pool", clientId: "client" };
const anna = { username: "anna", groups: ["agent", "leader"] };
const routeFor = (audience: string[], scopes: string[] = []) => ({
  key: "GET /",
  functionArn: "f",
  scopes,
  authorizer: { issuer: pool.issuer, audience },
});

describe("JWT authorizer", () => {
  it("lets tokens of its issuer and client through until they expire by the clock given", async () => {
    let now = Date.parse("2026-11-21T10:00:00Z");
    const issuer = await createIssuer(() => now);
    const header = `Bearer ${await issuer.token(pool, anna)}`;
    const judge = async () => (await authorize(routeFor(["client"]), header, issuer)).kind;
    now += 364 * day;
    expect(await judge()).toBe("allowed");
    now += 2 * day;
    expect(await judge()).toBe("unauthorized");
  });

  it("hands every claim on as text, lists in brackets", async () => {
    const issuer = await createIssuer(Date.now);
    const judgement = await authorize(routeFor(["client"]), `Bearer ${await issuer.token(pool, anna)}`, issuer);
    expect(judgement).toMatchObject({
      authorizer: {
        jwt: { claims: { username: "anna", "cognito:groups": "[agent leader]", exp: expect.any(String) } },
      },
    });
  });

  it("refuses other audiences, issuers, keys, and no token at all", async () => {
    const [issuer, stranger] = await Promise.all([createIssuer(Date.now), createIssuer(Date.now)]);
    const kind = async (token: string, audience = ["client"]) =>
      (await authorize(routeFor(audience), token, issuer)).kind;
    expect(await kind(`Bearer ${await issuer.token(pool, anna)}`, ["other"])).toBe("unauthorized");
    expect(await kind(`Bearer ${await issuer.token({ ...pool, issuer: "https://elsewhere" }, anna)}`)).toBe(
      "unauthorized",
    );
    expect(await kind(`Bearer ${await stranger.token(pool, anna)}`)).toBe("unauthorized");
    expect((await authorize(routeFor(["client"]), undefined, issuer)).kind).toBe("unauthorized");
  });

  it("forbids a token without the route's scope", async () => {
    const issuer = await createIssuer(Date.now);
    const header = `Bearer ${await issuer.token(pool, anna)}`;
    expect((await authorize(routeFor(["client"], ["leads/write"]), header, issuer)).kind).toBe("forbidden");
    expect((await authorize(routeFor(["client"], ["aws.cognito.signin.user.admin"]), header, issuer)).kind).toBe(
      "allowed",
    );
  });

  it("leaves open routes open", async () => {
    const issuer = await createIssuer(Date.now);
    const open = { key: "GET /", functionArn: "f", scopes: [], authorizer: undefined };
    expect((await authorize(open, undefined, issuer)).kind).toBe("open");
  });
});
