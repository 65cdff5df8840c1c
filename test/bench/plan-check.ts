import { checkPlan } from "../../shared/domain/plan/check-plan.ts";
import { interleave, median, ratio, warmUp } from "./measure.ts";
import type { Part } from "./result.ts";
import { sampleConfig, samplePlan } from "./sample-plan.ts";

/** What an admin waits for at each save: the check of 500 rules with 4,000 conditions, in front of a large team. */
export const planCheck: Part = async (quick) => {
  const plan = samplePlan(500);
  const before = (agents: number) => {
    // A team that nobody has looked at yet, as after a start.
    const around = { ...sampleConfig(plan, agents), teams: new Map(), sources: new Map() };
    return () => {
      const start = performance.now();
      checkPlan(plan, { ...around, agents: new Map(around.agents) });
      return performance.now() - start;
    };
  };
  const contestants = { ours: before(10_000), other: before(10) };
  await warmUp(2, contestants);
  const measured = await interleave(quick ? 3 : 11, contestants);
  return [
    {
      part: "check",
      name: "check 500 rules for 10,000 agents",
      ours: { what: "10,000 agents", value: median(measured.ours), unit: "ms" },
      other: { what: "the same for 10 agents", value: median(measured.other), unit: "ms" },
      ratio: ratio(measured.ours, measured.other),
    },
  ];
};
