import type { PlanInput } from "../../../schemas/plan/plan.ts";
import { durationMs } from "../../time/durations.ts";
import type { Finding } from "../findings/finding.ts";

const temperatures = ["hot", "warm", "cold"] as const;

/** Time limits that work against each other (D1–D3). */
export function timeLimits({ sla, reclaim, offers }: PlanInput): readonly Finding[] {
  const noContact = durationMs(reclaim.noContactAfter);
  const perTemperature = temperatures.flatMap((temperature): Finding[] => {
    const { contactWithin, notifyLeaderAfter, reassignAfter } = sla[temperature];
    const leader = notifyLeaderAfter === undefined ? undefined : durationMs(notifyLeaderAfter);
    const backup = reassignAfter === undefined ? undefined : durationMs(reassignAfter);
    const ownership = durationMs(reclaim.ownership[temperature]);
    return [
      ...finding(leader !== undefined && backup !== undefined && leader > backup, "leaderAfterBackup", temperature),
      ...finding(backup !== undefined && backup < durationMs(contactWithin), "backupBeforeDue", temperature),
      ...finding(backup !== undefined && backup >= noContact, "reclaimBeforeBackup", temperature),
      ...finding(durationMs(contactWithin) > noContact, "reclaimBeforeDue", temperature),
      ...finding(leader !== undefined && leader >= noContact, "reclaimBeforeLeader", temperature),
      ...finding(ownership < durationMs(reclaim.notConvertedAfter), "ownershipBeforeIdle", temperature),
    ];
  });
  const patient = temperatures.filter(
    (temperature) => durationMs(sla[temperature].acceptWithin) > durationMs(sla[temperature].contactWithin),
  );
  const slower = (["acceptWithin", "contactWithin"] as const).filter(
    (step) => durationMs(sla.hot[step]) > durationMs(sla.warm[step]),
  );
  return [
    ...perTemperature,
    ...patient.map(
      (temperature) =>
        ({
          ...({ severity: "hint", code: "acceptLongerThanContact", temperature } as const),
          pointer: `/sla/${temperature}/acceptWithin`,
        }) as const,
    ),
    ...longAcceptance(sla, offers),
    ...slower.map((step) => ({ severity: "hint", code: "hotSlower", step, pointer: `/sla/hot/${step}` }) as const),
  ];
}

/** Most minutes that a hot lead may be offered around; 15 in all are the rule (D2). */
const mostMinutes = 60;

function longAcceptance({ hot }: PlanInput["sla"], { max }: PlanInput["offers"]): readonly Finding[] {
  const offered = typeof max === "number" ? max : max.hot;
  const minutes = Math.round((offered * durationMs(hot.acceptWithin)) / 60_000);
  const pointer = "/sla/hot/acceptWithin";
  return minutes > mostMinutes ? [{ severity: "hint", code: "longAcceptance", minutes, pointer }] : [];
}

type TemperatureCode =
  | "leaderAfterBackup"
  | "backupBeforeDue"
  | "reclaimBeforeBackup"
  | "reclaimBeforeDue"
  | "reclaimBeforeLeader"
  | "ownershipBeforeIdle";

const pointers: Readonly<Record<TemperatureCode, (temperature: string) => string>> = {
  leaderAfterBackup: (temperature) => `/sla/${temperature}/notifyLeaderAfter`,
  backupBeforeDue: (temperature) => `/sla/${temperature}/reassignAfter`,
  reclaimBeforeBackup: (temperature) => `/sla/${temperature}/reassignAfter`,
  reclaimBeforeDue: (temperature) => `/sla/${temperature}/contactWithin`,
  reclaimBeforeLeader: (temperature) => `/sla/${temperature}/notifyLeaderAfter`,
  ownershipBeforeIdle: (temperature) => `/reclaim/ownership/${temperature}`,
};

function finding(applies: boolean, code: TemperatureCode, temperature: string): readonly Finding[] {
  return applies ? [{ severity: "warning", code, temperature, pointer: pointers[code](temperature) }] : [];
}
