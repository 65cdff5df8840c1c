import type { FindingTexts } from "../finding-texts.ts";

export const ruleTextsEn = {
  fallbackNobody: () => [
    "The fallback has nobody: leads that no rule places will wait.",
    "Name a pool that has agents.",
  ],
  fallbackPartial: () => [
    "The fallback only takes leads that lie in an area or match a language or skills: all others will wait.",
    "Make it a rule, and let the fallback be round robin over everyone or the lead pool.",
  ],
  fallbackIsa: () => [
    "The fallback only takes new leads: those that an inside sales agent hands over, and no rule places, will wait.",
    "Make it a rule, and let the fallback be round robin over the field agents.",
  ],
  fallbackBuyers: () => [
    "The fallback only asks buyers: leads that none of them takes will wait.",
    "Make it a rule, and let the fallback be round robin over everyone or the lead pool.",
  ],
  fallbackOwner: () => [
    "The fallback only knows people whom somebody has: all others will wait.",
    "Use round robin, an agent or the lead pool.",
  ],
  noRules: () => ["There are no rules: every lead goes to the fallback.", "Start with three to five rules."],
  manyRules: ({ count }) => [`${count} rules are many to keep in mind.`, "Three to five usually do."],
  tooManyRules: ({ count }) => [
    `${count} rules: hardly anybody will understand this plan.`,
    "Merge rules that do the same.",
  ],
  tooFewForTiers: ({ count }) => [
    `Tiers are for teams of six and more; this one has ${count} agents.`,
    "Use round robin: it skips who is away or full.",
  ],
  tiersWorthIt: ({ count }) => [
    `With ${count} agents performance tiers are worth a thought.`,
    "Try the method tiers on a rule, and simulate it on past leads first.",
  ],
  manyWithoutSpecialists: ({ count }) => [
    `With ${count} agents everybody gets every kind of lead.`,
    "Let specialists or areas have their own rules: pool.skills, pool.matchSkills or pool.areas.",
  ],
  poolWithoutWindow: () => [
    "Leads in this pool wait until somebody takes them, however long.",
    "Set claimWithin, and in then who is asked after it.",
  ],
  reservedId: ({ id }) => [`A rule cannot be called ${id}: that name is the product's own.`, "Use another id."],
  rotaUnused: () => [
    "There is a rota, but nothing ever asks who is on call.",
    "Set onCall.outsideHours to onCall, or use the method onCall in a rule.",
  ],
  emptyChecklist: ({ side }) => [
    `The checklist for ${side}s asks for nothing: an inside sales agent can hand over at once.`,
    "Name what has to be known before, or make one of the criteria required.",
  ],
  sharedWithOne: () => ["Shared with one recipient is not shared at all.", "Raise shares, or use round robin."],
  continuityWithoutRule: () => [
    "Continuity is to come as a rule, but no rule has the method owner: nobody keeps the people they know.",
    "Add a rule with the method owner, or set continuity.place to before.",
  ],
  ownerRuleIdle: () => [
    "This rule never finds anybody: continuity is off for person, account and outbound.",
    "Set one of them to true under continuity, or take this rule out.",
  ],
  ownerRuleTwice: () => [
    "Who is known is looked for before the rules already: here it can only fail once more.",
    "Take this rule out, or set continuity.place to asRule.",
  ],
  mixOfSame: () => [
    "All parts of this mix distribute in the same way to the same people.",
    "Use that method by itself, or give the parts different pools.",
  ],
  exceptionOver: ({ to }) => [`This exception ended on ${to.slice(0, 10)}.`, "It can be taken out."],
  exceptionHidden: ({ by }) => [
    `This exception never comes into force: number ${by} before it is for the same rule and all of its time.`,
    "Change the times, or take one of them out.",
  ],
  notAboutBehaviour: () => [
    "This rule asks for nothing that the person did: it fires at the first sign of interest, whatever it is.",
    "Ask for engagement.type, engagement.count or engagement.sinceContact too.",
  ],
  recycleBeforeClaim: () => [
    "The lead is routed again before the time to claim it is over: nobody of “then” is ever asked.",
    "Make recycleAfter longer than claimWithin.",
  ],
} satisfies Partial<FindingTexts>;
