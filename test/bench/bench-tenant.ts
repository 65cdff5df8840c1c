/** A tenant whose agents have room for every lead of a run: what is measured is taking leads in, not being full. */
export const benchTenant = {
  agents: Array.from({ length: 10 }, (_, i) => ({
    id: `agent-${i}`,
    body: { name: `Agent ${i}`, email: `agent-${i}@example.com`, team: "bench", capacity: 1000 },
  })),
  plan: {
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    rules: [
      {
        id: "sellers",
        when: { field: "interest", op: "eq", value: "seller" },
        method: { type: "roundRobin", pool: { team: "bench" } },
      },
    ],
    fallback: { type: "roundRobin" },
    // Nobody answers, and no timer fires while others are measured.
    sla: {
      hot: { acceptWithin: "P7D", contactWithin: "P7D" },
      warm: { acceptWithin: "P7D", contactWithin: "P7D" },
      cold: { acceptWithin: "P7D", contactWithin: "P7D" },
    },
  },
  source: { id: "bench", body: { name: "Bench", quality: "hot", country: "DE" } },
  key: "fl_src_bench",
} as const;

/** A typical lead of a person nobody knows yet. */
export function leadNumber(number: number) {
  return {
    firstName: "Erika",
    lastName: `Mustermann ${number}`,
    email: `erika.${number}@example.com`,
    phone: `+4930${String(20_000_000 + number)}`,
    interest: "seller",
    propertyType: "flat",
    postalCode: "10115",
    city: "Berlin",
    timeline: "now",
    message: "I would like to know what my flat is worth. Please call me in the afternoon, after four if possible.",
    consent: { given: true, text: "You may call me.", version: "2026-01", givenAt: "2026-11-23T08:59:30Z" },
    attribution: { utm_source: "newsletter", utm_campaign: "autumn" },
  };
}
