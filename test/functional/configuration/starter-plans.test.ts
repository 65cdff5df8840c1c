import { beforeEach, describe, expect, it } from "vitest";
import { starterTextsDe } from "../../../shared/usecases/configuration/views/starter-texts.ts";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

interface Starter {
  readonly id: string;
  readonly name: string;
  readonly fits: boolean;
  readonly description: string;
  readonly plan: { rules: { id: string; name: string }[]; scoring?: { rules: { why: string }[] } };
}
const tiers = ["A", "B", "C"] as const;
let desk: AdminDesk;
let hired: number;
beforeEach(() => {
  desk = createAdminDesk();
  hired = 0;
});

/** A team as these plans are for: tiers, languages; a large one has areas and specialists. */
async function hire(count: number): Promise<void> {
  for (; hired < count; hired++) {
    const territories = count > 20 ? { territories: [hired % 2 ? "nord" : "sued"] } : {};
    const skills = count > 20 && hired < 3 ? { skills: ["luxury"] } : {};
    const agent = { tier: tiers[hired % 3], languages: ["de", "en"], ...territories, ...skills };
    await desk.agent(`agent-${hired}`, agent);
  }
}
const starters = async (language = "en") => {
  const answer = await desk.call("GET /v1/plan/starters", { headers: { "accept-language": language } });
  expect(answer.status).toBe(200);
  return (answer.body as { items: readonly Starter[] }).items;
};

describe("GET /v1/plan/starters", () => {
  it.each([
    [4, "small"],
    [9, "small"],
    [10, "middle"],
    [20, "middle"],
    [21, "large"],
  ])("for %i agents says %s fits; it is saved and passes the check as it is", async (count, id) => {
    await hire(count);
    await desk.put("areas", "nord", { name: "Nord", postalCodes: ["10*"] });
    await desk.put("areas", "sued", { name: "Süd", postalCodes: ["80*"] });
    await desk.put("teams", "sales", { name: "Sales", leaderId: "agent-0" });
    for (const language of ["en", "de"]) {
      const fitting = (await starters(language)).filter(({ fits }) => fits);
      expect(fitting.map((each) => each.id)).toEqual([id]);
      expect((await desk.call("PUT /v1/plan", { body: fitting[0]?.plan })).status).toBeLessThan(300);
      const { body } = await desk.call("POST /v1/plan/check");
      const { problems } = body as { problems: { severity: string; code: string }[] };
      // Nobody's speed is measured yet.
      expect(problems.filter(({ code }) => code !== "noSpeedKnown")).toEqual([]);
    }
  });

  it("speaks the reader's language, down to the names of rules and reasons for points", async () => {
    const german = await starters("de-AT,de;q=0.9");
    const english = await starters();
    for (const [i, { id, name, description, plan }] of german.entries()) {
      expect([name, description]).not.toEqual([english[i]?.name, english[i]?.description]);
      const texts = Object.entries(starterTextsDe).find(([key]) => key === id)?.[1];
      expect(plan.rules.map((rule) => rule.id).sort()).toEqual(Object.keys(texts?.rules ?? {}).sort());
      for (const [j, rule] of plan.rules.entries()) expect(rule.name).not.toBe(english[i]?.plan.rules[j]?.name);
      for (const [j, { why }] of (plan.scoring?.rules ?? []).entries()) {
        expect(why).not.toBe(english[i]?.plan.scoring?.rules[j]?.why);
      }
    }
  });

  it("is for managers and admins", async () => {
    const as = { username: "anna", groups: ["agent" as const] };
    expect((await desk.call("GET /v1/plan/starters", { as })).status).toBe(403);
  });
});
