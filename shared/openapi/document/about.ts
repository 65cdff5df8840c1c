/** The document's introduction: what holds for every operation. */
export const about = `Distributes leads to agents, and shows why each lead went where it went.

**Values.** JSON in camelCase. Instants are ISO-8601 (answers in UTC), durations ISO-8601 (\`PT15M\`), money is
\`{"amount": 450000, "currency": "EUR"}\` in whole units. Unknown fields of our own JSON are refused (422); fields of
customers' forms that we do not know are kept under \`custom\`. Answers may get further fields: ignore what you do not know.

**Errors** are \`application/problem+json\` (RFC 9457) with a stable \`type\`; 422 names each wrong field by JSON pointer, in
German where \`Accept-Language\` prefers it. What does not exist and what is not the caller's answer alike: 404. The whole API is throttled at its gateway: any operation may
answer 429 under extreme load.

**Repeating.** Every POST takes an \`Idempotency-Key\`, never requires one, and remembers it for 24 hours. While the first
request is still worked on, a repeat waits briefly for its answer, then gets 409 with \`Retry-After\`.

**Lists** answer \`{items, nextCursor}\`; pass \`nextCursor\` as \`?cursor=\`, with the same filters, until there is none; any other
cursor is refused (422). A page may be shorter than its limit and still have a next one.

**Configuration** is versioned: \`ETag\` tells the version, \`If-Match\` guards a write (412 when somebody was quicker). A change is
seen by the very next request.
`;
