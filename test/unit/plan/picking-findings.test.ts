import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import { planProblem } from "../../../shared/domain/plan/plan-problem.ts";
import type { Agent } from "../../../shared/schemas/agent.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

type PlanDraft = NonNullable<Parameters<typeof aPlan>[0]>;

const now = Date.parse("2026-11-23T09:00:00Z");
const scoring = { rules: [{ when: { field: "timeline", op: "eq", value: "now" } as const, points: 30, why: "soon" }] };
const team = (count: number, given: (i: number) => Partial<Agent> = () => ({})) =>
  Array.from({ length: count }, (_, i) => anAgent({ agentId: `a${i + 1}`, ...given(i) }));
const since = (startedOn: string) => ({ startedOn });

function findings(plan: PlanDraft, agents = team(6)) {
  const around = {
    agents: new Map(agents.map((agent) => [agent.agentId, agent])),
    ...{ teams: new Map(), areas: new Map(), sources: new Map(), now },
  };
  return checkPlan(aPlan({ ...("scoring" in plan ? {} : { scoring }), ...plan }), around);
}
const found = (...given: Parameters<typeof findings>) =>
  findings(...given).map(({ severity, code, pointer }) => [severity, code, pointer]);
const toPick = (more: object = {}, plan: object = { cherryPick: {} }) =>
  ({ rules: [{ id: "pick", method: { type: "cherryPick", claimWithin: "PT2H", ...more } }], ...plan }) as PlanDraft;
const method = "/rules/0/method";

describe("what a plan check says about picking", () => {
  it.each<[string, PlanDraft, readonly Agent[] | undefined, readonly (readonly unknown[])[]]>([
    ["all is said", toPick(), undefined, []],
    ["no block", toPick({}, {}), undefined, [["hint", "usualGuardRails", method]]],
    [
      "a block that nothing uses",
      { cherryPick: {} } as PlanDraft,
      undefined,
      [["hint", "guardRailsUnused", "/cherryPick"]],
    ],
    ["no window", toPick({ claimWithin: undefined }), undefined, [["warning", "pickWithoutWindow", method]]],
    ["five agents", toPick(), team(5), [["warning", "tooFewToPick", method]]],
    ["a group of two", toPick({ pool: { agents: ["a1", "a2"] } }), undefined, [["warning", "tooFewToPick", method]]],
    [
      "one who is new",
      toPick(),
      team(6, (i) => (i === 0 ? since("2026-11-01") : since("2026-01-01"))),
      [["hint", "newcomersPick", method]],
    ],
    [
      "most who are new",
      toPick(),
      team(6, (i) => (i < 4 ? since("2026-11-01") : {})),
      [["warning", "newcomersPick", method]],
    ],
    [
      "newcomers who get their leads in turn",
      toPick({ pool: { tier: "A" } }),
      [...team(6, () => ({ tier: "A" })), anAgent({ agentId: "new", startedOn: "2026-11-01" })],
      [],
    ],
    [
      "all leads alike",
      toPick({}, { cherryPick: {}, scoring: {} }),
      undefined,
      [["hint", "pickWithoutScores", method]],
    ],
    [
      "a part of a mix",
      {
        cherryPick: {},
        rules: [
          {
            id: "pick",
            method: {
              type: "mix",
              parts: [
                { percent: 70, method: { type: "cherryPick" } },
                { percent: 30, method: { type: "roundRobin" } },
              ],
            },
          },
        ],
      } as PlanDraft,
      undefined,
      [["warning", "pickWithoutWindow", `${method}/parts/0/method`]],
    ],
  ])("%s", (_what, plan, agents, expected) => {
    expect(found(plan, agents === undefined ? undefined : [...agents])).toEqual(expected);
  });

  it.each<[string, object, readonly (readonly string[])[]]>([
    [
      "a first tier that asks for less than the second",
      { access: { first: { conversion: 0.1 }, third: { minutesToContact: 30, target: 1.2 } } },
      [
        ["warning", "accessBarsWrongWay", "/cherryPick/access/first/conversion"],
        ["warning", "accessBarsWrongWay", "/cherryPick/access/third/minutesToContact"],
        ["warning", "accessBarsWrongWay", "/cherryPick/access/third/target"],
      ],
    ],
    ["the same bar twice", { access: { first: { conversion: 0.2, target: 0.8 } } }, []],
    [
      "a second tier that waits longer than the third",
      { access: { second: "PT2H" } },
      [["warning", "accessDelaysWrongWay", "/cherryPick/access/second"]],
    ],
    [
      "a third tier that waits less than usual",
      { access: { last: "PT5M" } },
      [["warning", "accessDelaysWrongWay", "/cherryPick/access/last"]],
    ],
    [
      "a second tier that never picks while the third does",
      { access: { second: "assignedOnly" } },
      [["warning", "accessDelaysWrongWay", "/cherryPick/access/second"]],
    ],
    ["nobody but the first tier", { access: { second: "assignedOnly", last: "assignedOnly" } }, []],
    [
      "more a day than a week, more an hour than a day",
      { quotas: { perHour: 60, perDay: 50, perWeek: 40 } },
      [
        ["warning", "idleQuota", "/cherryPick/quotas/perHour"],
        ["warning", "idleQuota", "/cherryPick/quotas/perDay"],
      ],
    ],
    [
      "more an hour than a week, with no limit a day",
      { quotas: { perHour: 50, perDay: false } },
      [["warning", "idleQuota", "/cherryPick/quotas/perHour"]],
    ],
    [
      "fewer a day than usual in an hour",
      { quotas: { perDay: 2 } },
      [["hint", "idleQuota", "/cherryPick/quotas/perDay"]],
    ],
    ["all the same", { quotas: { perHour: 5, perDay: 5, perWeek: 5 } }, []],
    ["none", { quotas: false, access: false }, []],
  ])("guard rails: %s", (_what, cherryPick, expected) => {
    expect(found(toPick({}, { cherryPick }))).toEqual(expected);
  });

  it("says what contradicts what, and how to put it right", () => {
    const told = (cherryPick: object, locale: "de" | "en") =>
      findings(toPick({}, { cherryPick })).map((each) => Object.values(planProblem(each, locale)).join(" "));
    expect(told({ quotas: { perDay: 20, perWeek: 10 } }, "de").join()).toMatch(
      /perDay: 20 wird nie erreicht, denn perWeek lässt nur 10 zu\. Senken Sie perDay auf höchstens 10/,
    );
    expect(told({ access: { second: "PT2H" } }, "en").join()).toMatch(
      /later \(after PT2H\) than the third \(after PT1H\).*Set second shorter than last/,
    );
    expect(told({ access: { first: { minutesToContact: 300 } } }, "de").join()).toMatch(
      /genügt 300, und wer über 240 liegt.*first\.minutesToContact unter third\.minutesToContact/,
    );
  });

  it("says what to do in both languages", () => {
    const [few] = findings(toPick(), team(1));
    if (few === undefined) throw new Error("nothing found");
    expect(Object.values(planProblem(few, "de")).join(" ")).toMatch(
      /sucht nur eine Person Leads aus.*Verteilen Sie unter 6 Personen besser reihum/,
    );
    expect(Object.values(planProblem(few, "en")).join(" ")).toMatch(/Only one person picks.*let them take turns/);
  });
});

describe("what a plan cannot say about picking", () => {
  const refused = (plan: object) =>
    planInput
      .safeParse({ timezone: "Europe/Berlin", defaultCountry: "DE", rules: [], fallback: { type: "pool" }, ...plan })
      .error?.issues.map(({ path, message }) => [path.join("/"), message]);
  const rule = (given: object) => ({ rules: [{ id: "pick", method: { type: "cherryPick", ...given } }] });

  it.each<[string, object, readonly (readonly [string, RegExp])[]]>([
    ["backups without a window", rule({ then: ["a1"] }), [["rules/0/method/then", /needs claimWithin/]]],
    [
      "a group that is offered first by a pool",
      rule({ assignFirst: { method: { type: "pool" } } }),
      [["rules/0/method/assignFirst/method/type", /./]],
    ],
    ["no time at all", rule({ claimWithin: "PT0S" }), [["rules/0/method/claimWithin", /longer than nothing/]]],
    ["a quota of nothing", { cherryPick: { quotas: { perDay: 0 } } }, [["cherryPick/quotas/perDay", /./]]],
    [
      "a quota that no item could hold",
      { cherryPick: { quotas: { perWeek: 3000 } } },
      [["cherryPick/quotas/perWeek", /./]],
    ],
    [
      "a window of nothing",
      { cherryPick: { windows: { list: "PT0S" } } },
      [["cherryPick/windows/list", /longer than nothing|./]],
    ],
    ["an unknown guard rail", { cherryPick: { speed: 3 } }, [["cherryPick", /speed/]]],
  ])("%s", (_what, plan, expected) => {
    const issues = refused(plan) ?? [];
    expect(issues.map(([path]) => path)).toEqual(expected.map(([path]) => path));
    for (const [n, [, message]] of expected.entries()) expect(issues[n]?.[1]).toMatch(message);
  });
});
