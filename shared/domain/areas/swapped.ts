import type { AreaPolygon } from "../../schemas/geojson.ts";
import { type Box, boxOf } from "./polygon.ts";
import { germanPostalCodes } from "./postal-codes.ts";

/** Whether the shape lies outside of Germany, and would lie in it with longitude and latitude the other way round. */
export function isSwapped(shape: AreaPolygon): boolean {
  const [west, south, east, north] = boxOf(shape);
  return !inGermany([west, south, east, north]) && inGermany([south, west, north, east]);
}

let germany: Box | undefined;

/** Whether the box touches the one around all places with a postal code. */
function inGermany([west, south, east, north]: Box): boolean {
  germany ??= boxOfGermany();
  return west <= germany[2] && east >= germany[0] && south <= germany[3] && north >= germany[1];
}

function boxOfGermany(): Box {
  const codes = [...germanPostalCodes().values()];
  const [lons, lats] = [codes.map(({ lon }) => lon), codes.map(({ lat }) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
