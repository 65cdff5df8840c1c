import { guardRailsOf } from "../domain/guard-rails/guard-rails-of.ts";
import type { Standing } from "../domain/lifecycle/access.ts";
import type { LeadBody } from "../schemas/lead/lead.ts";
import type { Plan } from "../schemas/plan/plan.ts";
import { impersonalFacts, maskedFacts } from "./masked-facts.ts";
import { openedFacts } from "./picking/opened-facts.ts";

/** How much of the person a reader sees. */
export type Detail = "full" | "opened" | "masked" | "bare" | "none";

/** How much somebody sees who stands like this to the lead. */
export function detailFor(standing: Standing): Detail {
  switch (standing) {
    case "owner":
    case "leader":
    case "qualifier":
      return "full";
    case "picker":
      return "opened";
    case "offeree":
    case "claimant":
      return "masked";
    case "passer":
      return "bare";
    case "former":
    case "stranger":
      return "none";
  }
}

/** What a reader with this detail sees of the person, and of what is wanted. */
export function factsFor(
  body: LeadBody,
  detail: Exclude<Detail, "none">,
  plan: Plan | undefined,
): Readonly<Record<string, unknown>> {
  const { facts } = body;
  switch (detail) {
    case "full":
      return facts;
    case "opened":
      return openedFacts(body, guardRailsOf(plan ?? {}).transparency);
    case "masked":
      return maskedFacts(facts);
    case "bare":
      return impersonalFacts(facts);
  }
}

/** Campaign parameters by their usual names. What else a sender puts there may be about the person. */
const campaignParameter =
  /^(utm_\w+|gclid|gcl_id|gbraid|wbraid|fbclid|msclkid|ttclid|leadgen_id|source|medium|campaign)$/;

/** Where the lead came from: all that was sent, or the campaign alone for whoever sees nothing of the person. */
export function attributionFor({ attribution }: LeadBody, detail: "full" | "bare"): LeadBody["attribution"] {
  if (detail === "full" || attribution === undefined) return attribution;
  return Object.fromEntries(Object.entries(attribution).filter(([name]) => campaignParameter.test(name)));
}
