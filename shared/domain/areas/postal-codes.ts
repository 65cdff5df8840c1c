import list from "../../postal-codes/german-postal-codes.json" with { type: "json" };

/** Kilometres from one degree of latitude to the next. */
export const kmPerDegree = 111.2;

/** A German postal code with its main place; it lies within `km` of the point, zero where the place has only this code. */
export interface PostalCode {
  readonly code: string;
  readonly place: string;
  readonly state: string;
  readonly lat: number;
  readonly lon: number;
  readonly km: number;
}

let read: ReadonlyMap<string, PostalCode> | undefined;

/** All German postal codes in order; read when first asked for. Those of PO boxes and single firms are not among them. */
export function germanPostalCodes(): ReadonlyMap<string, PostalCode> {
  read ??= new Map(list.rows.map(postalCodeOf).map((each) => [each.code, each]));
  return read;
}

function postalCodeOf(row: string): PostalCode {
  const [code = "", state, lat, lon, km, ...place] = row.split(" ");
  return {
    code,
    place: place.join(" "),
    state: list.states[Number(state)] ?? "",
    lat: Number(lat),
    lon: Number(lon),
    km: Number(km),
  };
}

let beginnings: ReadonlyMap<string, number> | undefined;

/** How many German postal codes begin so; a whole code begins itself. */
export function countBeginning(prefix: string): number {
  beginnings ??= countPrefixes();
  return beginnings.get(prefix) ?? 0;
}

function countPrefixes(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of germanPostalCodes().keys()) {
    for (let length = 0; length <= code.length; length++) {
      const prefix = code.slice(0, length);
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  return counts;
}

/** The German postal code that four digits are without their zero (`1067`: 01067); undefined for anything else. */
export function withLostZero(entry: string): string | undefined {
  const meant = `0${entry.trim()}`;
  return /^\d{5}$/.test(meant) && germanPostalCodes().has(meant) ? meant : undefined;
}
