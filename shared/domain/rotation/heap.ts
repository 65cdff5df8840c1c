/** A priority queue: `top` and `pop` give the item that comes before all others, or undefined when it is empty. */
export interface Heap<T> {
  top(): T | undefined;
  push(item: T): void;
  pop(): T | undefined;
  /** Empties the heap and returns what was in it, in no particular order. */
  drain(): T[];
}

/** A binary heap. `before` must be a strict order that ranks any two items, or the order among equals is undefined. */
export function heap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  let items: T[] = [];

  function rise(item: T): void {
    let hole = items.length;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || !before(item, parent)) break;
      items[hole] = parent;
      hole = above;
    }
    items[hole] = item;
  }

  function sink(item: T): void {
    let hole = 0;
    for (;;) {
      let below = 2 * hole + 1;
      let child = items[below];
      if (child === undefined) break;
      const sibling = items[below + 1];
      if (sibling !== undefined && before(sibling, child)) {
        child = sibling;
        below += 1;
      }
      if (!before(child, item)) break;
      items[hole] = child;
      hole = below;
    }
    items[hole] = item;
  }

  return {
    top: () => items[0],
    push: rise,
    pop() {
      const first = items[0];
      const last = items.pop();
      if (last !== undefined && items.length > 0) sink(last);
      return first;
    },
    drain() {
      const all = items;
      items = [];
      return all;
    },
  };
}
