/** Something to run at an instant of virtual time. `due`: epoch ms. */
export interface Timer {
  readonly id: number;
  readonly due: number;
}

interface DueTimer extends Timer {
  readonly run: () => void | Promise<void>;
}

/** Timers in the order they fall due; of those due together, the one created first comes first. */
export interface TimerQueue {
  add(due: number, run: DueTimer["run"]): DueTimer;
  /** Removes a timer; one that is gone is no error. */
  remove(timer: Timer): void;
  next(): DueTimer | undefined;
  clear(): void;
}

const before = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.id < b.id);

export function createTimerQueue(): TimerQueue {
  const timers: DueTimer[] = [];
  let lastId = 0;

  /** Where a timer stands, or would stand (binary search: thousands of leads have timers). */
  const place = (timer: Timer): number => {
    let low = 0;
    let high = timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = timers[middle];
      if (other !== undefined && before(other, timer)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add(due, run) {
      lastId += 1;
      const timer = { id: lastId, due: Math.ceil(due), run };
      timers.splice(place(timer), 0, timer);
      return timer;
    },
    remove(timer) {
      const index = place(timer);
      if (timers[index]?.id === timer.id) timers.splice(index, 1);
    },
    next: () => timers[0],
    clear: () => void timers.splice(0),
  };
}
