const longest = 255;

/**
 * The key of an `Idempotency-Key` header: a quoted structured-field string (RFC 8941, as the draft asks) or the bare text
 * many senders use. Undefined when it is empty, too long, or not printable ASCII.
 */
export function idempotencyKey(header: string): string | undefined {
  const text = header.trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1];
  const key = quoted === undefined ? text : quoted.replace(/\\(.)/g, "$1");
  return key !== "" && key.length <= longest && /^[\x20-\x7e]+$/.test(key) ? key : undefined;
}
