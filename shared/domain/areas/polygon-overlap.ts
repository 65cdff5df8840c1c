import type { AreaPolygon, Position } from "../../schemas/geojson.ts";
import { type Box, boxOf, holdsPoint, polygonsOf } from "./polygon.ts";

/**
 * A place that lies inside both shapes, or undefined: where borders cross, a corner of one inside the other, or the middle
 * of one that the other holds. Neighbours that only share a border have none.
 */
export function placeInBoth(a: AreaPolygon, b: AreaPolygon): Position | undefined {
  const box = common(boxOf(a), boxOf(b));
  if (!box) return undefined;
  return cornerInside(a, b) ?? cornerInside(b, a) ?? crossing(a, b, box) ?? middleInside(a, b) ?? middleInside(b, a);
}

function common(a: Box, b: Box): Box | undefined {
  const [west, south] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [east, north] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return west < east && south < north ? [west, south, east, north] : undefined;
}

function cornerInside(corners: AreaPolygon, shape: AreaPolygon): Position | undefined {
  return polygonsOf(corners)
    .flat(2)
    .find((corner) => liesWithin(shape, corner));
}

/** About a tenth of a metre: what lies this near to a border is on it. */
const near = 1e-6;

/** To all sides, along no border that runs east or north. */
const sides = Array.from({ length: 7 }, (_, i) => (i / 7) * 2 * Math.PI + 0.3);

/** Inside, and not on the border: places a little to each side are inside too. */
function liesWithin(shape: AreaPolygon, [lon, lat]: Position): boolean {
  return sides.every((side) => holdsPoint(shape, [lon + near * Math.cos(side), lat + near * Math.sin(side)]));
}

type Edge = readonly [from: Position, to: Position];

function crossing(a: AreaPolygon, b: AreaPolygon, box: Box): Position | undefined {
  const ofB = edgesIn(b, box);
  for (const edge of edgesIn(a, box)) {
    for (const other of ofB) {
      const at = crossingOf(edge, other);
      if (at) return at;
    }
  }
  return undefined;
}

function edgesIn(shape: AreaPolygon, [west, south, east, north]: Box): readonly Edge[] {
  const edges = polygonsOf(shape).flatMap((rings) =>
    rings.flatMap((ring) => ring.slice(1).map((to, i): Edge => [ring[i] ?? to, to])),
  );
  return edges.filter(
    ([[x1, y1], [x2, y2]]) =>
      Math.max(x1, x2) >= west && Math.min(x1, x2) <= east && Math.max(y1, y2) >= south && Math.min(y1, y2) <= north,
  );
}

/** Where two edges cross, each well inside the other: touching ends do not count. */
function crossingOf([[x1, y1], [x2, y2]]: Edge, [[x3, y3], [x4, y4]]: Edge): Position | undefined {
  const [dx, dy, ex, ey] = [x2 - x1, y2 - y1, x4 - x3, y4 - y3];
  const cross = dx * ey - dy * ex;
  if (Math.abs(cross) < 1e-9 * Math.hypot(dx, dy) * Math.hypot(ex, ey)) return undefined;
  const along = ((x3 - x1) * ey - (y3 - y1) * ex) / cross;
  const other = ((x3 - x1) * dy - (y3 - y1) * dx) / cross;
  const inner = (part: number, length: number) => part * length > near && (1 - part) * length > near;
  if (!inner(along, Math.hypot(dx, dy)) || !inner(other, Math.hypot(ex, ey))) return undefined;
  return [x1 + along * dx, y1 + along * dy];
}

/** A point inside each polygon of `a`, if `b` holds one of them: finds shapes that are the same. */
function middleInside(a: AreaPolygon, b: AreaPolygon): Position | undefined {
  return polygonsOf(a)
    .map(pointInside)
    .find((point) => point !== undefined && liesWithin(b, point));
}

/** The middle of the widest part of the polygon at some height that meets no corner. */
export function pointInside(rings: readonly (readonly Position[])[]): Position | undefined {
  const heights = [...new Set(rings.flat().map(([, lat]) => lat))].sort((p, q) => p - q);
  const gaps = heights.slice(1).map((high, i) => [heights[i] ?? high, high] as const);
  const [widest] = gaps.toSorted((p, q) => q[1] - q[0] - (p[1] - p[0]));
  if (!widest) return undefined;
  const y = (widest[0] + widest[1]) / 2;
  const cuts = rings.flatMap((ring) =>
    ring.slice(1).flatMap(([x2, y2], i) => {
      const [x1, y1] = ring[i] ?? [x2, y2];
      return y1 < y !== y2 < y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
    }),
  );
  const spans = cuts
    .toSorted((p, q) => p - q)
    .flatMap((x, i, all) => (i % 2 === 1 ? [[all[i - 1] ?? x, x] as const] : []))
    .toSorted((p, q) => q[1] - q[0] - (p[1] - p[0]));
  const [span] = spans;
  return span && [(span[0] + span[1]) / 2, y];
}
