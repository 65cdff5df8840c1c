import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../shared/domain/plan/check-plan.ts";
import type { Condition } from "../../../shared/schemas/plan/condition.ts";
import { anAgent, aPlan } from "../../support/routing-fixtures.ts";

const agents = new Map(["anna", "ben"].map((agentId) => [agentId, anAgent({ agentId })]));
const around = { agents, teams: new Map(), areas: new Map(), sources: new Map() };
const atLeast = (value: number): Condition => ({ field: "budget.max", op: "gte", value });

describe("a contradiction", () => {
  const below = (value: number): Condition => ({ field: "budget.max", op: "lt", value });
  const city = (value: string): Condition => ({ field: "city", op: "eq", value });

  it.each<[Condition, string | undefined]>([
    [{ all: [atLeast(500), below(300)] }, "budget.max"],
    [{ all: [atLeast(500), below(500)] }, "budget.max"],
    [{ all: [atLeast(500), { field: "budget.max", op: "lte", value: 500 }] }, undefined],
    [
      {
        all: [
          { field: "score", op: "gt", value: 5 },
          { field: "score", op: "eq", value: 5 },
        ],
      },
      "score",
    ],
    [{ field: "hour", op: "between", value: [18, 9] }, "hour"],
    [{ all: [city("Berlin"), { all: [city("Hamburg")] }] }, "city"],
    [{ all: [city("Berlin"), { field: "city", op: "in", value: ["Berlin", "Bonn"] }] }, undefined],
    [{ any: [city("Berlin"), city("Hamburg")] }, undefined],
    [{ any: [{ all: [city("Berlin"), city("Bonn")] }, city("Hamburg")] }, undefined],
    [{ any: [{ all: [city("Berlin"), city("Bonn")] }] }, "city"],
    [
      {
        all: [
          { field: "area", op: "eq", value: "a" },
          { field: "area", op: "eq", value: "b" },
        ],
      },
      undefined,
    ],
    [{ not: { all: [atLeast(500), below(300)] } }, undefined],
    // Compared without regard to case, and in standard words.
    [{ all: [city("Berlin"), city(" berlin")] }, undefined],
    [
      {
        all: [
          { field: "interest", op: "eq", value: "Käufer" },
          { field: "interest", op: "in", value: ["buyer", "seller"] },
        ],
      },
      undefined,
    ],
    [{ field: "hour", op: "gte", value: 24 }, "hour"],
    [{ field: "hour", op: "in", value: [24, 25] }, "hour"],
    [{ all: [atLeast(1), { field: "temperature", op: "eq", value: "boiling" }] }, "temperature"],
    [{ field: "postalCode", op: "gte", value: 10_000 }, "postalCode"],
    [{ field: "price", op: "prefix", value: "4" }, "price"],
    [{ field: "custom.floor", op: "gte", value: 3 }, undefined],
    [
      {
        all: [
          { field: "email", op: "exists", value: false },
          { field: "email", op: "prefix", value: "a" },
        ],
      },
      "email",
    ],
    [{ all: [{ field: "area", op: "eq", value: "a" }, { not: { field: "area", op: "exists", value: true } }] }, "area"],
    [{ not: { any: [city("Berlin"), { field: "city", op: "ne", value: "Berlin" }] } }, "city"],
    [{ any: [] }, "any"],
  ])("in %j is on %s", (when, field) => {
    const rules = [{ id: "x", when, method: { type: "pool" as const } }];
    const [found] = checkPlan(aPlan({ rules }), around).filter(({ code }) => code === "neverMatches");
    expect(found && "field" in found ? found.field : undefined).toBe(field);
  });
});
