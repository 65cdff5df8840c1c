import * as z from "zod";
import type { Item } from "../dynamodb/item-size.ts";

const item = z.custom<Item>((value) => typeof value === "object" && value !== null).transform(withEmptyMaps);

/** DynamoDB Local's streams write an empty map as `{}`, without saying that it is one; AWS writes `{"M": {}}`. */
function withEmptyMaps(image: Item): Item {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, withEmptyMap(value)]));
}

function withEmptyMap(value: Item[string]): Item[string] {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.M !== undefined) return { M: withEmptyMaps(value.M as Item) };
  return value.L === undefined ? value : { L: (value.L as Item[string][]).map(withEmptyMap) };
}

/** A record as DynamoDB Streams gives it, which is also how a Lambda gets it. */
export const streamRecordSchema = z.looseObject({
  eventID: z.string(),
  eventName: z.enum(["INSERT", "MODIFY", "REMOVE"]),
  dynamodb: z.looseObject({
    Keys: item,
    NewImage: item.optional(),
    OldImage: item.optional(),
    SequenceNumber: z.string(),
  }),
});

export type StreamRecord = Readonly<z.infer<typeof streamRecordSchema>>;

/** Names the item a record is about: records of one item stay in order, those of different items need not. */
export const itemOf = (record: StreamRecord): string => JSON.stringify(record.dynamodb.Keys);
