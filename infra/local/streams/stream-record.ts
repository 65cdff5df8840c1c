import * as z from "zod";
import type { Item } from "../dynamodb/item-size.ts";

const item = z.custom<Item>((value) => typeof value === "object" && value !== null);

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
