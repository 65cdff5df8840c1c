import { chiefs, type Tenant } from "./tenant.ts";
import { quotas } from "./usual-tenant.ts";

const field = { team: "city" };

/** What becomes of a lead: each by a method of its own, which the lead's campaign names. */
const methods = {
  shared: { type: "shared", pool: field, buyers: ["acme", "bolt"], shares: 3, resale: true },
  sold: { type: "shared", buyers: ["acme", "bolt", "card"], shares: 2 },
  mix: {
    type: "mix",
    parts: [
      { percent: 70, method: { type: "weighted", pool: field } },
      { percent: 30, method: { type: "cherryPick", pool: field, claimWithin: "PT1H" } },
    ],
  },
  split: {
    type: "mix",
    parts: [
      { percent: 70, method: { type: "roundRobin", pool: field } },
      { percent: 30, method: { type: "shared", pool: field, buyers: ["bolt"], shares: 2 } },
    ],
  },
  inside: { type: "isa" },
  area: { type: "area" },
  last: { type: "lastInArea" },
  lapped: { type: "area", overlap: "lastInArea" },
  tiers: { type: "tiers", pool: field },
  fastest: { type: "fastest", pool: field, minContacts: 1 },
  least: { type: "leastLoaded", pool: field },
  posted: {
    type: "pool",
    pool: { agents: ["anna", "ben"] },
    claimWithin: "PT30M",
    then: ["cem", "dora"],
    managerId: "mona",
    recycleAfter: "P1D",
  },
  duty: { type: "onCall" },
  named: { type: "agent", agentId: "dora" },
};
/** More of those in which more can happen afterwards. */
const campaigns = [...Object.keys(methods), "inside", "inside", "inside", "shared", "shared", "sold", "split"];
/** Nobody else of these rules is asked: their leads wait. */
const waiting = new Set(["shared", "split", "mix", "last", "tiers", "fastest", "least", "named"]);

const handed = { field: "stage", op: "eq", value: "handover" };
const open = ["08:00-20:00"];
const plan = {
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  businessHours: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open },
  onCall: { outsideHours: "normal", rota: { agents: ["anna", "cem", "dora"], turn: "P1D", startsOn: "2026-01-01" } },
  cherryPick: { contactWithin: "PT1H", quotas },
  continuity: { person: true, account: true, restingPeriod: "P30D" },
  progressive: [
    {
      id: "villas",
      when: { field: "engagement.type", op: "eq", value: "villaPage" },
      pool: { agents: ["dora"] },
      do: "reassign",
    },
  ],
  offers: { max: 3, then: "manager", managerId: "mona" },
  rules: [
    { id: "handed", when: handed, method: { type: "roundRobin", pool: field }, overflow: "queue" },
    ...Object.entries(methods).map(([id, method]) => ({
      id,
      when: { field: "campaign", op: "eq", value: id },
      method,
      overflow: waiting.has(id) ? "queue" : "next",
    })),
  ],
  fallback: { type: "pool" },
};

/** Every method there is, with people and companies for all of them; at night by one plan or another. */
export const everyMethodTenant: Tenant = {
  agents: {
    anna: { capacity: 2, tier: "A", territories: ["east"] },
    ben: { capacity: 2, tier: "B", weight: 2, territories: ["east", "north"] },
    cem: { capacity: 2, tier: "C", territories: { home: ["north"], others: ["east"] } },
    dora: { capacity: 2, startedOn: "2026-11-10" },
    ida: { capacity: 2, role: "isa", team: "inside" },
    ivo: { capacity: 2, role: "isa", team: "inside" },
  },
  capacities: [1, 2, 3],
  chiefs,
  areas: {
    east: { name: "East", postalCodes: ["101*", "102*"] },
    north: { name: "North", postalCodes: ["102*", "104*"] },
  },
  buyers: {
    acme: { filter: { field: "interest", op: "eq", value: "buyer" } },
    bolt: { dailyCap: 2 },
    card: { dailyCap: 1, returnWithin: "PT6H" },
  },
  quotas,
  plans: [
    plan,
    { ...plan, offers: { max: 3, then: "pool" } },
    { ...plan, onCall: { ...plan.onCall, outsideHours: "hold", holdHot: false }, sla: { clock: "businessHours" } },
    { ...plan, onCall: { ...plan.onCall, outsideHours: "onCall" } },
  ],
  newLead: ({ chance, pick }) => ({
    temperature: pick(["hot", "warm", "cold"]),
    interest: pick(["buyer", "seller"]),
    postalCode: pick(["10115", "10243", "10437", "80331"]),
    campaign: pick(campaigns),
    ...(chance(0.2) && { exclusivity: "exclusive" }),
    ...(chance(0.3) && { shares: pick([2, 4, 6]) }),
    ...(chance(0.15) && { accountId: pick(["one", "two", "three"]) }),
  }),
  sharesOf: (poolRule) => (poolRule === "shared" ? 3 : 2),
  persons: 150,
};
