/** Names of the one table's indexes and their key attributes, shared by the stack and the store. */
export const indexes = {
  byStatus: { name: "byStatus", partition: "statusKey", sort: "statusRank" },
  byOwner: { name: "byOwner", partition: "ownerKey", sort: "ownerRank" },
  bySource: { name: "bySource", partition: "sourceKey", sort: "sourceRank" },
} as const;

/** Epoch seconds after which DynamoDB may delete an item. Expiry is always checked by condition too: deletion lags. */
export const timeToLive = "expiresAt";

export const sortKeys = { state: "STATE", body: "BODY", token: "TOKEN", link: "LINK" } as const;
/** In this order a lead's items lie side by side as they are read: BODY and STATE, then the history and TOKEN;
 * the recipients of a shared lead come after all that is read often. */
export const keyPrefixes = { lead: "LEAD#", agent: "AGENT#", history: "T#", recipient: "U#" } as const;
export const teamPartition = "TEAM";
export const buyersPartition = "BUYERS";
export const planPartition = "PLAN";
export const sourcePartition = "SOURCES";
export const tiersPartition = "TIERS";
