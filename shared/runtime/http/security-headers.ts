/** Sent with every answer: nothing is cached, framed or sniffed; pages load nothing but their own inline style. */
export function securityHeaders(page: boolean): Record<string, string> {
  return {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    ...(page
      ? {
          "content-security-policy":
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "x-robots-tag": "noindex, nofollow",
        }
      : {}),
  };
}
