/** A list's opaque cursor: the sort key of the last row given. */
export function cursorOf(sortKey: string): string {
  return Buffer.from(sortKey).toString("base64url");
}

/** The sort key to go on after; nothing without a cursor, `foreign` for one that this list never gave. */
export function sortKeyOf(
  cursor: string | undefined,
  pattern: RegExp,
): { readonly sortKey: string } | "foreign" | undefined {
  if (cursor === undefined) return undefined;
  const sortKey = Buffer.from(cursor, "base64url").toString();
  return pattern.test(sortKey) ? { sortKey } : "foreign";
}
