/** JSON with sorted names and no spaces: the same text for the same value, whatever order a sender writes it in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((each) => canonicalJson(each)).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** The same JSON value with its names sorted: what comes back from the table has them in any order. */
export function inNameOrder<T>(value: T): T {
  return JSON.parse(canonicalJson(value));
}
