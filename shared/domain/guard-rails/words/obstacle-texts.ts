import type { Obstacle } from "../obstacle.ts";

/** What an agent reads who cannot take a lead now: in a few words, and what to do next. */
export interface ObstacleText {
  readonly title: string;
  readonly detail: string;
}

/** `at` tells an instant as people say it in the tenant's zone, `inSeconds` how long it is until then. */
export interface Tell {
  readonly at: (instant: number) => string;
  readonly inSeconds: (instant: number) => number;
}

type Of<R extends Obstacle["reason"]> = Extract<Obstacle, { readonly reason: R }>;

/** The words of one language. */
export type ObstacleTexts = {
  readonly [R in Obstacle["reason"]]: (obstacle: Of<R>, tell: Tell) => ObstacleText;
};
