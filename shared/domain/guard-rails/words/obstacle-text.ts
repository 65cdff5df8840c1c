import type { Locale } from "../../../schemas/primitives.ts";
import { localTime } from "../../time/local-time.ts";
import type { Obstacle } from "../obstacle.ts";
import type { ObstacleText, ObstacleTexts, Tell } from "./obstacle-texts.ts";
import { obstacleTextsDe } from "./obstacle-texts-de.ts";
import { obstacleTextsEn } from "./obstacle-texts-en.ts";

export interface Reader {
  /** Epoch ms. */
  readonly now: number;
  /** The plan's time zone. */
  readonly zone: string;
  readonly locale: Locale;
}

/** Why an agent cannot take a lead now, until when, and what to do: for whoever reads it on a phone. */
export function obstacleText(obstacle: Obstacle, { now, zone, locale }: Reader): ObstacleText {
  const texts = locale === "de" ? obstacleTextsDe : obstacleTextsEn;
  return textOf(texts, obstacle, {
    at: (instant) => localTime(instant, now, zone, locale),
    inSeconds: (instant) => Math.max(1, Math.ceil((instant - now) / 1000)),
  });
}

function textOf<R extends Obstacle["reason"]>(
  texts: ObstacleTexts,
  obstacle: Extract<Obstacle, { readonly reason: R }>,
  tell: Tell,
): ObstacleText {
  const reason: R = obstacle.reason;
  return texts[reason](obstacle, tell);
}
