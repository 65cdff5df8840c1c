/**
 * A small brokerage in Berlin for the first look: every name is made up, the telephone numbers are from the range kept
 * free for fiction, the addresses at example.com.
 */
export const demoTenant = {
  team: { id: "berlin", body: { name: "Berlin", leaderId: "lena-hoffmann" } },
  areas: [
    { id: "mitte", body: { name: "Mitte", postalCodes: ["101*", "1011*", "1017*"] } },
    { id: "pankow", body: { name: "Pankow", postalCodes: ["104*", "131*"] } },
  ],
  agents: [
    {
      id: "anna-berger",
      name: "Anna Berger",
      phone: "+491713920012",
      order: 1,
      skills: ["buyer"],
      languages: ["de", "en"],
    },
    {
      id: "emre-kaya",
      name: "Emre Kaya",
      phone: "+491713920013",
      order: 2,
      skills: ["buyer", "seller"],
      languages: ["de", "tr"],
    },
    {
      id: "paul-winter",
      name: "Paul Winter",
      phone: "+491713920014",
      order: 3,
      skills: ["seller"],
      territories: ["mitte"],
    },
    {
      id: "sofia-rossi",
      name: "Sofia Rossi",
      phone: "+491713920015",
      order: 4,
      skills: ["luxury"],
      languages: ["de", "it"],
    },
    { id: "ida-schulz", name: "Ida Schulz", phone: "+491713920016", role: "isa" },
    { id: "lena-hoffmann", name: "Lena Hoffmann", phone: "+491713920017", role: "leader" },
    { id: "martin-krause", name: "Martin Krause", phone: "+491713920018", role: "manager" },
  ].map(({ id, ...agent }) => ({
    id,
    body: { email: `${id}@example.com`, team: "berlin", locale: "en", channels: ["sms", "email"], ...agent },
  })),
  source: {
    id: "website",
    body: {
      name: "Website",
      quality: "hot",
      country: "DE",
      form: {
        fields: [
          ...["firstName", "lastName", "email", "phone", "interest", "propertyType", "budget", "timeline"],
          ...["postalCode", "city", "message"],
        ],
      },
    },
  },
  plan: {
    timezone: "Europe/Berlin",
    defaultCountry: "DE",
    offers: { then: "manager", managerId: "martin-krause" },
    scoring: {
      base: 50,
      rules: [
        { when: { field: "timeline", op: "eq", value: "now" }, points: 20, why: "wants to act now" },
        { when: { field: "phone", op: "exists", value: true }, points: 10, why: "can be called" },
      ],
    },
    rules: [
      {
        id: "sellers",
        name: "Sellers to those who sell",
        when: { field: "interest", op: "eq", value: "seller" },
        method: { type: "roundRobin", pool: { skills: ["seller"] } },
      },
    ],
    fallback: { type: "roundRobin", pool: {} },
  },
} as const;

/** One person per role, for the tokens printed at the start. */
export const demoPeople = [
  { username: "anna-berger", groups: ["agent"] },
  { username: "ida-schulz", groups: ["isa"] },
  { username: "lena-hoffmann", groups: ["leader"] },
  { username: "martin-krause", groups: ["manager"] },
  { username: "admin", groups: ["admin"] },
] as const;
