import large from "../../../../events/plans/large.json" with { type: "json" };
import middle from "../../../../events/plans/middle.json" with { type: "json" };
import small from "../../../../events/plans/small.json" with { type: "json" };
import type { Locale } from "../../../schemas/primitives.ts";
import type { Configuration } from "../../ports/ports.ts";
import { type StarterTexts, starterTextsDe, starterTextsEn } from "./starter-texts.ts";

/** A plan to begin with (F9). */
export interface StarterPlan {
  readonly id: string;
  readonly name: string;
  /** How many agents it is for; no upper end: any number above. */
  readonly agents: { readonly from: number; readonly to?: number };
  /** Whether this team is of that size. */
  readonly fits: boolean;
  readonly description: string;
  /** As it can be sent to `PUT /v1/plan`; what it leaves out has its default. */
  readonly plan: StarterSample;
}

/** What is said in the reader's language; the rest is as in the file. */
interface StarterSample {
  readonly scoring?: { readonly rules: readonly { readonly why: string }[] };
  readonly rules: readonly { readonly id: string; readonly name: string }[];
}

/** F9: under ten agents in turn, skipping who is away or full; ten to twenty tiers too; above specialists and areas too. */
const starters = [
  { id: "small", agents: { from: 1, to: 9 }, plan: small },
  { id: "middle", agents: { from: 10, to: 20 }, plan: middle },
  { id: "large", agents: { from: 21 }, plan: large },
] as const;
export type StarterId = (typeof starters)[number]["id"];

/** The starter plans from the smallest team to the largest, with their names in the reader's language. */
export function starterPlans({ agents: team }: Pick<Configuration, "agents">, locale: Locale): readonly StarterPlan[] {
  const size = [...team.values()].filter(({ role, status }) => role === "agent" && status !== "inactive").length;
  return starters.map(({ id, agents, plan }) => {
    const { name, description, ...texts } = (locale === "de" ? starterTextsDe : starterTextsEn)[id];
    const fits = size >= agents.from && ("to" in agents ? size <= agents.to : true);
    return { id, name, agents, fits, description, plan: inWords(plan, texts) };
  });
}

/** The plan with its own texts replaced: names of rules by id, reasons for points as they are written in the file. */
function inWords(plan: StarterSample, { rules, whys }: Omit<StarterTexts, "name" | "description">): StarterSample {
  return {
    ...plan,
    ...(plan.scoring && {
      scoring: {
        ...plan.scoring,
        rules: plan.scoring.rules.map((rule) => ({ ...rule, why: whys[rule.why] ?? rule.why })),
      },
    }),
    rules: plan.rules.map((rule) => ({ ...rule, name: rules[rule.id] ?? rule.name })),
  };
}
