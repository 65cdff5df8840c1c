import type { PlanInput } from "../../schemas/plan/plan.ts";
import { durationMs } from "../time/durations.ts";
import type { Finding } from "./findings/finding.ts";

const temperatures = ["hot", "warm", "cold"] as const;

/** Time limits that work against each other (D1–D3). */
export function timeLimits({ sla, reclaim }: PlanInput): readonly Finding[] {
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
      ...finding(ownership < durationMs(reclaim.notConvertedAfter), "ownershipBeforeIdle", temperature),
    ];
  });
  const slower = (["acceptWithin", "contactWithin"] as const).filter(
    (step) => durationMs(sla.hot[step]) > durationMs(sla.warm[step]),
  );
  return [
    ...perTemperature,
    ...slower.map((step) => ({ severity: "hint", code: "hotSlower", step, pointer: `/sla/hot/${step}` }) as const),
  ];
}

type TemperatureCode = "leaderAfterBackup" | "backupBeforeDue" | "reclaimBeforeBackup" | "ownershipBeforeIdle";

const pointers: Readonly<Record<TemperatureCode, (temperature: string) => string>> = {
  leaderAfterBackup: (temperature) => `/sla/${temperature}/notifyLeaderAfter`,
  backupBeforeDue: (temperature) => `/sla/${temperature}/reassignAfter`,
  reclaimBeforeBackup: (temperature) => `/sla/${temperature}/reassignAfter`,
  ownershipBeforeIdle: (temperature) => `/reclaim/ownership/${temperature}`,
};

function finding(applies: boolean, code: TemperatureCode, temperature: string): readonly Finding[] {
  return applies ? [{ severity: "warning", code, temperature, pointer: pointers[code](temperature) }] : [];
}
