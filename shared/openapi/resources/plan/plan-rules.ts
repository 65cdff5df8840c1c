import { businessHours, weeklyHours } from "../../../schemas/business-hours.ts";
import { condition } from "../../../schemas/plan/condition.ts";
import { method } from "../../../schemas/plan/method.ts";
import { rule } from "../../../schemas/plan/plan.ts";
import { poolFilter } from "../../../schemas/plan/pool-filter.ts";
import type { NamedSchema } from "../../resource.ts";

const asStored = (of: NamedSchema): NamedSchema => ({
  ...of,
  id: `Stored${of.id}`,
  side: "answer",
  description: `${of.description} As stored, with its defaults.`,
  examples: {},
});

const conditionRequest: NamedSchema = {
  id: "Condition",
  side: "request",
  schema: condition,
  description:
    "When a rule applies: one comparison, or `all`, `any`, `not` of conditions. `field` is a lead field such as `budget.max` or `custom.garden`, or `area`, `score`, `temperature`, `source`, `exclusivity`, `hour` (0–23), `weekday` (mon…sun), these two in the plan's time zone, `open` and `holiday` (true or false) by its business hours, `recycled` (how often nobody took the lead from the pool). Text is compared without regard to case. `ne` and `nin` also hold for a field that is not given.",
  examples: {
    sellersNearby: {
      all: [
        { field: "interest", op: "eq", value: "seller" },
        {
          any: [
            { field: "area", op: "in", value: ["mitte", "pankow"] },
            { field: "postalCode", op: "prefix", value: "101" },
          ],
        },
        { not: { field: "budget.max", op: "lt", value: 200000 } },
      ],
    },
  },
};

const methodRequest: NamedSchema = {
  id: "Method",
  side: "request",
  schema: method,
  description:
    "How a rule distributes. `roundRobin`: in documented order, one each (C1); `weighted`: in proportion to the agents' weights (C2); `tiers`: by performance tiers with the plan's shares (C4); `fastest`: in proportion to the measured speed of first contact, with a floor for the others (C14); `leastLoaded`: to whoever has the fewest open leads (C14); `area`: to those who work in the lead's area, one each, where areas overlap to their owners in turn or by `overlap: lastInArea` to whoever got the last lead there (C7); `lastInArea`: to whoever got the last lead in the lead's area by this rule, as long as they can take it (C7); leads given by hand, kept by continuity or claimed do not count; `agent`: to the named one; `owner`: to whoever has this person already (C12); `onCall`: to whoever is on call now, by the plan's `onCall.rota` (C17); `isa`: to an inside sales agent, who qualifies it and hands it over (C6), passed over for leads already handed over; `pool`: to the lead pool, where agents claim it (C9): those of its `pool`, or everybody; `notify` says of which leads they are told (`hot` when left out); unclaimed after `claimWithin`, the agents of `then` and the manager (the plan's, when none is named) are asked one after the other; after `recycleAfter` in the pool a lead is routed again; `cherryPick`: as `pool`, and whoever claims does so between the guard rails of the plan's `cherryPick` block, the usual ones without it (C10); a lead that nobody of its `pool` may pick overflows; with `assignFirst` it is offered by another method before (E7); `shared`: to several different recipients at once, agents of the pool, buyers, or both in one rotation, each with an offer of its own; an exclusive lead goes to one (C11); `mix`: percentages of the leads, each by a method of its own (C13).",
  examples: {
    sellersNearby: { type: "roundRobin", pool: { skills: ["seller"], areas: "match" } },
    homeAreas: { type: "area", pool: { areas: "home" }, overlap: "lastInArea" },
    specialists: { type: "weighted", pool: { matchSkills: ["interest"], languages: "match" } },
    pool: { type: "pool" },
    claimGroup: {
      type: "pool",
      pool: { team: "berlin" },
      claimWithin: "PT15M",
      notify: "all",
      then: ["anna-weber", "ben-yilmaz"],
      managerId: "martin-krause",
      recycleAfter: "P7D",
    },
    toPick: {
      type: "cherryPick",
      pool: { areas: "match" },
      claimWithin: "PT2H",
      managerId: "martin-krause",
      assignFirst: { for: "PT30M", method: { type: "weighted" } },
    },
    sold: { type: "shared", buyers: ["immo-nord", "haus-sued"], shares: 2, resale: true },
    isas: { type: "isa", pool: { team: "inside-sales" } },
    seventyThirty: {
      type: "mix",
      parts: [
        { percent: 70, method: { type: "pool" } },
        { percent: 30, method: { type: "roundRobin" } },
      ],
    },
  },
};

const ruleRequest: NamedSchema = {
  id: "Rule",
  side: "request",
  schema: rule,
  description: "The first rule whose condition matches, and whose pool has somebody, decides (C13).",
  fields: {
    when: "Every lead, when left out.",
    overflow:
      "When nobody of the pool can take the lead: try the next rule, let it wait, or put it into the lead pool.",
  },
  examples: {
    luxury: {
      id: "luxury",
      name: "Above 1.5 million to the specialists",
      when: { field: "price", op: "gte", value: 1500000 },
      method: { type: "leastLoaded", pool: { skills: ["luxury"] } },
      overflow: "queue",
    },
  },
};

/** Rules and what they are made of. */
export const ruleSchemas: readonly NamedSchema[] = [
  conditionRequest,
  methodRequest,
  ruleRequest,
  asStored(conditionRequest),
  asStored(methodRequest),
  { ...asStored(ruleRequest), fields: {} },
  {
    id: "PoolFilter",
    side: "both",
    schema: poolFilter,
    description: "Which agents a method may choose from: role `agent`, unless another role or agents are named.",
    fields: {
      skills: "Only agents who have all of these.",
      areas: "`match`: only agents whose territories hold the lead's area; `home`: only their home territories count.",
      languages: "`match`: only agents who speak the lead's language, if it is known; who lists none speaks `locale`.",
      matchSkills:
        "Only agents who have the lead's value of each of these among their skills, in any spelling that intake knows; a size such as `51-200` or `500+` fits all sizes in it. A lead without the value is not this rule's.",
    },
    examples: { luxuryTeam: { team: "berlin", skills: ["luxury"] } },
  },
  {
    id: "WeeklyHours",
    side: "both",
    schema: weeklyHours,
    description: "Opening spans by weekday in local time; a weekday left out is closed. Split a night at midnight.",
    examples: { office: { mon: ["09:00-12:30", "13:30-18:00"], sat: ["10:00-14:00"] } },
  },
  {
    id: "BusinessHours",
    side: "both",
    schema: businessHours,
    description: "When the business is open: weekly hours in the plan's time zone, but not on holidays (C17).",
    fields: {
      holidays: "Whose public holidays: `DE` or a German state such as `DE-BE`.",
      closedOn: "Further days on which the business stays closed.",
    },
    examples: {
      berlin: { mon: ["09:00-18:00"], fri: ["09:00-15:00"], holidays: "DE-BE", closedOn: ["2026-12-24", "2026-12-31"] },
    },
  },
];
