import { type CherryPick, cherryPick } from "../../../schemas/plan/cherry-pick.ts";
import type { AccessMetric } from "../../guard-rails/access-tier.ts";
import { durationMs } from "../../time/durations.ts";
import type { Finding } from "../findings/finding.ts";
import type { QuotaName } from "../findings/pick-details.ts";

const usual = cherryPick.parse({ access: {} });

/** Guard rails that contradict each other: bars and delays of the access tiers the wrong way round (E5), quotas that another one makes idle (E6). */
export function pickLimits({ access, quotas }: CherryPick): readonly Finding[] {
  return [
    ...(access === false ? [] : [...barsWrongWay(access), ...delaysWrongWay(access)]),
    ...(quotas === false ? [] : idleQuotas(quotas)),
  ];
}

type Access = Exclude<CherryPick["access"], false>;
type Quotas = Exclude<CherryPick["quotas"], false>;

/** Whether the more of it is the better. */
const metrics: readonly (readonly [metric: AccessMetric, moreIsBetter: boolean])[] = [
  ["conversion", true],
  ["minutesToContact", false],
  ["target", true],
];

function barsWrongWay({ first, third }: Access): readonly Finding[] {
  return metrics.flatMap(([metric, moreIsBetter]): readonly Finding[] => {
    const [needed, least] = [first[metric], third[metric]];
    if (moreIsBetter ? needed >= least : needed <= least) return [];
    const usualFirst = usual.access !== false && usual.access.first[metric] === needed;
    const pointer = `/cherryPick/access/${usualFirst ? "third" : "first"}/${metric}`;
    return [{ severity: "warning", code: "accessBarsWrongWay", pointer, metric, first: needed, third: least }];
  });
}

function delaysWrongWay({ second, last }: Access): readonly Finding[] {
  if (delayMs(second) <= delayMs(last)) return [];
  const usualSecond = usual.access !== false && usual.access.second === second;
  const pointer = `/cherryPick/access/${usualSecond ? "last" : "second"}`;
  return [{ severity: "warning", code: "accessDelaysWrongWay", pointer, second, last }];
}

/** Whoever gets assigned leads only waits for ever. */
const delayMs = (delay: Access["second"]): number =>
  delay === "assignedOnly" ? Number.POSITIVE_INFINITY : durationMs(delay);

/** One that nobody wrote is only mentioned: who allows two a day need not think of the hour. */
function idleQuotas(quotas: Quotas): readonly Finding[] {
  const set = (["perHour", "perDay", "perWeek"] as const satisfies readonly QuotaName[]).flatMap((name) => {
    const most = quotas[name];
    return most === false ? [] : [{ name, most }];
  });
  return set.flatMap(({ name, most }, i): readonly Finding[] => {
    const wider = set[i + 1];
    if (wider === undefined || most <= wider.most) return [];
    const asUsual = usual.quotas !== false && usual.quotas[name] === most;
    return [
      {
        ...{ severity: asUsual ? "hint" : "warning", code: "idleQuota" },
        pointer: `/cherryPick/quotas/${asUsual ? wider.name : name}`,
        ...{ idle: name, most, by: wider.name, counts: wider.most },
      },
    ];
  });
}
