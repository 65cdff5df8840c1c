import { randomUUID } from "node:crypto";
import type { AsyncInvocations } from "../lambda/async-invocations.ts";
import type { Clock, Timer } from "../time/clock.ts";
import { parseCron } from "./cron.ts";
import type { Schedule } from "./schedule-resource.ts";

interface Options {
  readonly schedules: readonly Schedule[];
  readonly clock: Clock;
  readonly invocations: AsyncInvocations;
  readonly account: string;
  readonly region: string;
}

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Instants (epoch ms) at which an expression fires: each the first after the one given. Throws on an unknown form. */
export function timetableOf({ expression, timeZone }: Pick<Schedule, "expression" | "timeZone">) {
  const [, amount, unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const interval = Number(amount) * (units[unit] ?? Number.NaN);
  if (interval > 0) return (after: number): number | undefined => after + interval;
  const [, fields] = /^cron\((.*)\)$/.exec(expression) ?? [];
  if (fields === undefined) throw new Error(`The local runner does not understand the schedule ${expression}`);
  return parseCron(fields, timeZone).next;
}

/** Fires the template's schedules by the virtual clock. The returned function stops them. */
export function startSchedules({ schedules, clock, invocations, account, region }: Options): () => void {
  const pending = new Map<Schedule, Timer>();

  const plan = (schedule: Schedule, next: (after: number) => number | undefined, after: number): void => {
    const due = next(after);
    if (due === undefined) return;
    const timer = clock.schedule(due, () => {
      plan(schedule, next, due);
      invocations.invoke(schedule.functionArn, schedule.input ?? JSON.stringify(scheduledEvent(schedule, due)));
    });
    pending.set(schedule, timer);
  };

  const scheduledEvent = ({ arn }: Schedule, due: number) => ({
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account,
    time: `${new Date(due).toISOString().slice(0, 19)}Z`,
    region,
    resources: [arn],
    detail: {},
  });

  for (const schedule of schedules) plan(schedule, timetableOf(schedule), clock.now());
  return () => {
    for (const timer of pending.values()) clock.cancel(timer);
    pending.clear();
  };
}
