/** What stands where something was left out. */
const leftOut = "…";

const at = String.raw`(?:\s{0,3}[([{]\s?(?:at|ät|@|a)\s?[)\]}]\s{0,3}|\s(?:at|ät)\s)`;
const dot = String.raw`(?:\s{0,3}[([{]\s?(?:dot|punkt|\.)\s?[)\]}]\s{0,3}|\s(?:dot|punkt)\s|\.)`;
const label = String.raw`[\p{L}\d_-]{1,63}`;
/** Endings that are hardly ever anything else; others are known by `www.` or by what follows the name. */
const endings =
  "de|at|ch|li|lu|nl|be|fr|it|es|pl|cz|dk|uk|eu|com|net|org|info|biz|io|me|co|ai|app|dev|name|online|shop|site|email|berlin|hamburg|koeln|bayern|example";

const addresses: readonly RegExp[] = [
  /[^\s@<>,;]{0,64}@[^\s@<>,;]{1,253}/gu,
  new RegExp(`${label}(?:\\.${label}){0,4}${at}${label}(?:${dot}${label}){1,4}`, "giu"),
  /(?:https?|ftp):\/\/\S+|(?<![\p{L}\d])www\.\S+/giu,
  new RegExp(`(?<![\\p{L}\\d])(?:${label}\\.){1,4}(?:(?:${endings})(?![\\p{L}\\d])(?:/\\S*)?|[a-z]{2,24}/\\S+)`, "giu"),
];
const number = /\+?\p{Nd}(?:[\s()/.–_-]{0,4}\p{Nd}){5,24}/gu;

/** `450.000`, `1.450.000` and `24.12.2026` are no telephone numbers. */
const amount = /^[1-9]\d{0,2}(?:\.\d{3}){1,2}$/;
const date = /^(?:[0-2]?\d|3[01])\.(?:0?\d|1[0-2])\.(?:\d{2}|\d{4})$/;

/** Without e-mail and web addresses, also those written around a filter: `vera (at) example (dot) com`. */
export function withoutAddresses(text: string, mark = leftOut): string {
  return addresses.reduce((rest, address) => rest.replaceAll(address, mark), text);
}

/**
 * Without any way to reach somebody: people write their number and address wherever there is room (E1). What looks like a
 * telephone number is left out too; amounts and dates stay.
 */
export function withoutContactData(text: string, mark = leftOut): string {
  return withoutAddresses(text, mark).replaceAll(number, (found) => (isPhone(found) ? mark : found));
}

function isPhone(text: string): boolean {
  if (amount.test(text) || date.test(text)) return false;
  return /^[+0]/.test(text) || text.replaceAll(/\P{Nd}/gu, "").length > 6;
}
