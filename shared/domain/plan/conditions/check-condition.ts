import type { Condition } from "../../../schemas/plan/condition.ts";
import { type PlanInput, planInput } from "../../../schemas/plan/plan.ts";
import type { Finding } from "../findings/finding.ts";
import { referencesIn } from "../references.ts";
import type { Surroundings } from "../unknown-references.ts";
import { conditionFindings } from "./condition-findings.ts";

/** What there is to know where no plan is saved yet. */
const noPlan = { timezone: "Europe/Berlin", defaultCountry: "DE", rules: [], fallback: { type: "pool" } };
const place = "/rules/0/when";

/**
 * What is wrong or doubtful about a condition that stands by itself at `pointer`, such as a buyer's filter: the same as if it
 * were the plan's only rule. A field that no lead has is an error here; everything else leaves it usable.
 */
export function checkCondition(
  condition: Condition,
  pointer: string,
  { plan, areas, sources }: Pick<Surroundings, "areas" | "sources"> & { readonly plan: PlanInput | undefined },
): readonly Finding[] {
  const { exceptions: _, ...rest } = plan ?? planInput.parse(noPlan);
  const rules: PlanInput["rules"] = [{ id: "filter", when: condition, method: { type: "pool" }, overflow: "next" }];
  const about = conditionFindings({ ...rest, rules, progressive: [] })
    .filter((finding) => finding.pointer === undefined || finding.pointer.startsWith("/rules/0"))
    .map(({ ruleId: _rule, ...finding }) => ({
      ...finding,
      pointer: finding.pointer?.startsWith(place) ? finding.pointer.replace(place, pointer) : pointer,
      severity: severityOf(finding),
    }));
  return [...about, ...unknownPlaces(condition, pointer, { areas, sources })];
}

function severityOf({ code, severity }: Pick<Finding, "code" | "severity">): Finding["severity"] {
  if (code === "unknownField") return "error";
  return severity === "error" ? "warning" : severity;
}

/** Areas and sources may be set up later. */
function unknownPlaces(
  condition: Condition,
  pointer: string,
  { areas, sources }: Pick<Surroundings, "areas" | "sources">,
): readonly Finding[] {
  return referencesIn(condition, pointer).flatMap(({ kind, id, pointer: at }): readonly Finding[] => {
    if (kind === "area" && !areas.has(id)) return [{ severity: "warning", code: "unknownArea", id, pointer: at }];
    return kind === "source" && !sources.has(id)
      ? [{ severity: "warning", code: "unknownSource", id, pointer: at }]
      : [];
  });
}
