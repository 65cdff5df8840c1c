import fc from "fast-check";
import { expect, test } from "vitest";
import { overlappingSpans } from "../../../shared/domain/time/overlapping-spans.ts";

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const span = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: from * 30, to: to * 30, text: `${clock(from * 30)}-${clock(to * 30)}` }));

test("a day is without overlaps exactly when no minute is counted twice", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const minutes = spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
      const found = overlappingSpans({ wed: spans.map(({ text }) => text) });
      expect(found.length > 0).toBe(new Set(minutes).size < minutes.length);
      // Without those that are named nothing overlaps any more.
      const named = new Set(found.map(({ pointer }) => Number(pointer.split("/").at(-1))));
      const kept = spans.filter((_, i) => !named.has(i)).flatMap(({ from, to }) => [{ from, to }]);
      for (const [i, a] of kept.entries()) {
        for (const b of kept.slice(i + 1)) expect(a.from < b.to && b.from < a.to).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
