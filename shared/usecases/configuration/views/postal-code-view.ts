import { germanPostalCodes } from "../../../domain/areas/postal-codes.ts";

/** A German postal code as forms and the console see it. */
export interface PostalCodeView {
  readonly code: string;
  /** The main place that has it. */
  readonly place: string;
  readonly state: string;
  readonly lat: number;
  readonly lon: number;
  /** The code lies within so many kilometres of the coordinates; left out when the place has only this code. */
  readonly withinKm?: number;
}

/** The postal code with its place; undefined when no place has it. PO boxes and single firms are not known. */
export function postalCodeView(code: string): PostalCodeView | undefined {
  const known = germanPostalCodes().get(code);
  if (!known) return undefined;
  const { km, ...place } = known;
  return { ...place, ...(km > 0 && { withinKm: km }) };
}
