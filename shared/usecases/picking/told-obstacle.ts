import type { Obstacle } from "../../domain/guard-rails/obstacle.ts";
import { obstacleText, type Reader } from "../../domain/guard-rails/words/obstacle-text.ts";
import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration } from "../ports/ports.ts";

export type { Reader };

/** Why a lead cannot be taken now, for a program (`reason`, `until`, the numbers) and for people (`title`, `detail`). */
export type ToldObstacle = Readonly<Record<string, unknown>> & {
  readonly reason: Obstacle["reason"];
  /** ISO-8601; left out when it takes somebody to do something. */
  readonly until?: string | undefined;
  readonly title: string;
  readonly detail: string;
};

/** Times in the tenant's zone. */
export function readerIn({ plan }: Configuration, locale: Locale, now: number): Reader {
  return { now, zone: plan?.timezone ?? "UTC", locale };
}

export function toldObstacle(obstacle: Obstacle, reader: Reader): ToldObstacle {
  const until =
    "until" in obstacle && obstacle.until !== undefined ? new Date(obstacle.until).toISOString() : undefined;
  return { ...obstacle, until, ...obstacleText(obstacle, reader) };
}
