import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { admin, hour, type LocalTenant } from "../../support/world/local-tenant.ts";
import type { Answered } from "../../support/world/world.ts";

const problem = z.looseObject({
  type: z.url(),
  title: z.string().min(5),
  status: z.int(),
  detail: z.string().min(15),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string().min(8) })).optional(),
});

/** A problem as RFC 9457 has it, that says what to fix in words like `advice`, and where: `pointers`. */
export function expectProblem({ status, headers, body }: Answered, wanted: Wanted): void {
  expect({ status, body }).toMatchObject({ status: wanted.status });
  expect(headers["content-type"]).toContain("application/problem+json");
  const { type, detail, errors, ...rest } = problem.parse(body);
  expect(rest.status).toBe(status);
  expect(type).toMatch(new RegExp(`/${wanted.type}$`));
  expect(detail).toMatch(wanted.advice ?? /./);
  expect(errors?.map(({ pointer }) => pointer)).toEqual(wanted.pointers);
}

interface Wanted {
  readonly status: number;
  /** The last part of the problem's type. */
  readonly type: string;
  readonly advice?: RegExp;
  readonly pointers?: readonly string[];
}

/** What people and programs get wrong, and what they are told. */
export function badInputScenarios(tenant: () => LocalTenant): void {
  describe("bad input", () => {
    beforeAll(async () => {
      for (const [order, agentId] of ["anna", "ben"].entries()) await tenant().agent(agentId, { order });
    });

    const reachable = { email: "erika@example.com" };
    const invalid = { status: 422, type: "invalid" } as const;
    const leads: readonly (readonly [what: string, body: unknown, wanted: Wanted])[] = [
      ["JSON that is cut off", '{"email": "a@b.example"', { status: 400, type: "malformed", advice: /JSON/ }],
      ["an unknown field", { ...reachable, colour: 1 }, { ...invalid, pointers: ["/colour"], advice: /spelling/ }],
      ["a wrong type", { ...reachable, score: "high" }, { ...invalid, pointers: ["/score"], advice: /number/ }],
      ["a wrong type inside", { ...reachable, price: 5 }, { ...invalid, pointers: ["/price"], advice: /object/ }],
      ["nobody to reach", { firstName: "Erika" }, { ...invalid, pointers: ["/email"], advice: /email or a phone/ }],
      ["a phone that cannot be", { phone: "12" }, { ...invalid, pointers: ["/phone"], advice: /phone|digits|number/i }],
      [
        "an e-mail that cannot be",
        { email: "erika@" },
        { ...invalid, pointers: ["/email"], advice: /address|e-?mail/i },
      ],
      ["a list", [reachable], { ...invalid, pointers: [""], advice: /object/ }],
      [
        "257 KB",
        { ...reachable, message: "x".repeat(257 * 1024) },
        { status: 413, type: "too-large", advice: /256 KB/ },
      ],
    ];
    it.each(leads)("a lead that is %s", async (_what, body, wanted) => {
      const as = { key: tenant().sourceKey };
      expectProblem(await tenant().world.ask("POST", "/v1/leads", { as, body }), wanted);
    });

    it("a key that is missing or wrong: 401; one that was revoked: 403, the new one works", async () => {
      const post = (headers: Record<string, string>) =>
        tenant().world.ask("POST", "/v1/leads", { body: { email: "key@example.com", test: true }, headers });
      for (const headers of [{}, { authorization: "Bearer fl_src_wrong" }, { authorization: "Basic eDp5" }]) {
        const refused = await post(headers);
        expectProblem(refused, { status: 401, type: "unauthorized", advice: /Bearer fl_src_/ });
        expect(refused.headers["www-authenticate"]).toContain("Bearer");
      }
      await tenant().world.ask("PUT", "/v1/sources/portal", { as: admin, body: { name: "Portal" } });
      const keyOf = async (revoke: boolean) => {
        const { body } = await tenant().world.ask("POST", "/v1/sources/portal/key", { as: admin, body: { revoke } });
        return z.looseObject({ key: z.string() }).parse(body).key;
      };
      const old = await keyOf(false);
      const authorization = `Bearer ${await keyOf(true)}`;
      const refused = await post({ authorization: `Bearer ${old}` });
      expectProblem(refused, { status: 403, type: "forbidden", advice: /new one/ });
      expect((await post({ authorization })).status).toBe(200);
    });

    const plan = {
      timezone: "Europe/Berlin",
      defaultCountry: "DE",
      rules: [{ id: "all", method: { type: "roundRobin" } }],
      fallback: { type: "pool" },
    };
    it.each([
      ["an unknown field", { ...plan, fairness: true }, "/fairness", /spelling/],
      ["a rule without a method", { ...plan, rules: [{ id: "all" }] }, "/rules/0/method", /is missing/],
      ["an unknown method", { ...plan, fallback: { type: "auction" } }, "/fallback/type", /must be one of roundRobin/],
      [
        "an unknown comparison",
        { ...plan, rules: [{ ...plan.rules[0], when: { field: "city", op: "like", value: "B" } }] },
        "/rules/0/when/op",
        /must be one of .*prefix, contains/,
      ],
      ["no time zone", { ...plan, timezone: "Berlin" }, "/timezone", /IANA/],
    ])("a plan with %s is not saved", async (_what, body, pointer, advice) => {
      const before = await tenant().ask("root", "GET", "/v1/plan");
      expectProblem(await tenant().ask("root", "PUT", "/v1/plan", body), { ...invalid, pointers: [pointer], advice });
      expect(await tenant().ask("root", "GET", "/v1/plan")).toMatchObject({ body: before.body });
    });

    it("a pool that nobody is in is a warning of the check, with what to do", async () => {
      const rules = [{ id: "lux", method: { type: "roundRobin", pool: { skills: ["luxury"] } } }, ...plan.rules];
      const { status, body } = await tenant().ask("root", "POST", "/v1/plan/check", { plan: { ...plan, rules } });
      expect(status).toBe(200);
      const problems = z
        .looseObject({ problems: z.array(z.looseObject({ message: z.string() })) })
        .parse(body).problems;
      const empty = problems.filter(({ ruleId }) => ruleId === "lux");
      const warning = {
        severity: "warning",
        message: expect.stringMatching(/^Nobody is in this pool/),
        fix: expect.stringMatching(/^Give somebody these skills/),
      };
      expect(empty).toContainEqual(expect.objectContaining(warning));
    });

    it("a change to what somebody else has changed meanwhile: 412, and nothing is written", async () => {
      const read = await tenant().ask("root", "GET", "/v1/plan");
      const headers = { "if-match": read.headers.etag ?? "" };
      const save = () => tenant().world.ask("PUT", "/v1/plan", { as: admin, body: plan, headers });
      expect((await save()).status).toBe(200);
      expectProblem(await save(), { status: 412, type: "stale", advice: /Read it again/ });
    });

    it("accepting by another, twice, and after the time was over", async () => {
      const { leadId, offer } = await tenant().lead({ temperature: "hot" });
      const [mine, other] = offer?.agentId === "anna" ? ["anna", "ben"] : ["ben", "anna"];
      expectProblem(await tenant().act(other, leadId, "accept"), { status: 404, type: "not-found" });
      const first = await tenant().act(mine, leadId, "accept");
      expect(first.status).toBe(200);
      expect((await tenant().act(mine, leadId, "accept")).body).toEqual(first.body);

      const late = await tenant().lead({ temperature: "hot" });
      await tenant().world.advance(6 * 60_000);
      const refused = await tenant().act(late.offer?.agentId ?? "", late.leadId, "accept");
      expectProblem(refused, { status: 409, type: "wrong-state", advice: /time|over|somebody/i });
      expect(refused.body).toMatchObject({ currentStatus: "offered" });
      expect(await tenant().violations()).toEqual([]);
    });

    it("a clock that is to go backwards", async () => {
      const to = new Date(tenant().world.now() - hour).toISOString();
      const refused = await tenant().world.ask("POST", "/_local/clock", { body: { to } });
      expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/only moves forward/) } });
    });

    it("a token that is forged, of another pool or past its time: 401 before any function runs", async () => {
      const { world } = tenant();
      const { body } = await world.ask("POST", "/_local/token", { body: { username: "anna", groups: ["agent"] } });
      const { token } = z.looseObject({ token: z.string() }).parse(body);
      const [header = "", claims = "", signature = ""] = token.split(".");
      const raised = Buffer.from(Buffer.from(claims, "base64url").toString().replace("agent", "admin"));
      const me = (given: string) => world.ask("GET", "/v1/me", { headers: { authorization: `Bearer ${given}` } });
      expect((await me(token)).status).toBe(200);
      const { invocations } = (await world.totalCost()).lambda;
      for (const bad of [`${header}.${raised.toString("base64url")}.${signature}`, "nonsense", tenant().sourceKey]) {
        expect(await me(bad)).toMatchObject({
          status: 401,
          headers: { "www-authenticate": expect.stringMatching(/^Bearer/) },
        });
      }
      expect((await world.ask("GET", "/v1/me")).status).toBe(401);
      expect((await world.totalCost()).lambda.invocations).toBe(invocations);
      await world.advance(366 * 24 * hour);
      expect((await me(token)).status).toBe(401);
    });
  });
}
