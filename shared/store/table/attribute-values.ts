import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Item } from "./table.ts";

/**
 * Attributes in the wire's notation: as a failed condition returns the standing item (the document client leaves those as
 * they are) and as stream records carry images (there, binary values are base64 text).
 */
export type Attributes = Readonly<Record<string, WireValue>>;
type WireValue = AttributeValue | StreamValue;
interface StreamValue {
  readonly S?: string;
  readonly N?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly B?: string | Uint8Array;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly (string | Uint8Array)[];
  readonly L?: readonly WireValue[];
  readonly M?: Attributes;
}

export function fromAttributes(attributes: Attributes): Item {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, fromValue(value)]));
}

function fromValue(value: WireValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.M !== undefined) return fromAttributes(value.M);
  if (value.L !== undefined) return value.L.map(fromValue);
  if (value.SS !== undefined) return new Set(value.SS);
  if (value.NS !== undefined) return new Set(value.NS.map(Number));
  if (value.B !== undefined) return bytes(value.B);
  if (value.BS !== undefined) return new Set(value.BS.map(bytes));
  return null;
}

function bytes(value: string | Uint8Array): Uint8Array {
  return typeof value === "string" ? Buffer.from(value, "base64") : value;
}
