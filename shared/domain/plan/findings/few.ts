/** The first few of a list, for a sentence. */
export function few(items: readonly string[]): string {
  return items.length > 5 ? `${items.slice(0, 5).join(", ")} …` : items.join(", ");
}
