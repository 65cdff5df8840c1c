/** A list that keeps only its newest entries, so that a runner left alone for days does not grow. */
export interface BoundedList<T> {
  readonly add: (entry: T) => void;
  readonly all: () => readonly T[];
  readonly clear: () => void;
}

/** Keeps between `limit` and one and a half times `limit` entries: trimming in blocks keeps `add` cheap. */
export function createBoundedList<T>(limit: number): BoundedList<T> {
  let entries: T[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > limit * 1.5) entries = entries.slice(-limit);
    },
    all: () => entries,
    clear: () => {
      entries = [];
    },
  };
}
