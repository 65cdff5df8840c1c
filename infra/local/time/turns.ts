/** Lets asynchronous work run one at a time, in the order it was asked for. */
export interface Turns {
  /** Runs `work` after everything asked for before it; answers (or throws) what `work` does. Never take a turn inside a turn. */
  take<T>(work: () => Promise<T> | T): Promise<T>;
  /** Turns asked for and not finished. */
  waiting(): number;
}

/** One queue. A turn that throws rejects for its own caller only; the next one still runs. */
export function createTurns(): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    take(work) {
      waiting += 1;
      const turn = tail.then(work).finally(() => {
        waiting -= 1;
      });
      tail = turn.catch(() => undefined);
      return turn;
    },
    waiting: () => waiting,
  };
}
