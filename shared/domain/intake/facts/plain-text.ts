/** One line of text: NFC, invisible characters dropped, white space collapsed to single spaces, trimmed. */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Text of several lines: as `oneLine`, but line breaks stay (at most one empty line in a row). */
export function severalLines(text: string): string {
  return visible(text)
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[^\S\n]+|[^\P{Cc}\n]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const visible = (text: string): string => text.replace(/\p{Cf}+/gu, "").normalize("NFC");

/**
 * The form in which synonyms are compared: lower case, no accents, words of letters and digits with single spaces
 * (`Ich möchte KAUFEN!` → `ich mochte kaufen`).
 */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
