import type { FieldKind, Impossible } from "./impossible.ts";
import type { PickDetails } from "./pick-details.ts";
import type { PoolGap } from "./pool-gap.ts";

/** About conditions and the values in them. */
interface ConditionDetails {
  readonly neverMatches: { readonly field: string; readonly because?: Impossible };
  readonly neverHolds: { readonly field: string; readonly because: Impossible };
  readonly alwaysMatches: unknown;
  /** `only`: where it may be asked; `meant`: what it is probably called. */
  readonly unknownField: {
    readonly field: string;
    readonly meant?: string;
    readonly only?: "scoring" | "progressive" | "rules";
  };
  readonly unknownValue: {
    readonly field: string;
    readonly value: string;
    readonly has: FieldKind;
    /** Of `ne` and `nin`: nothing is excluded by it. */
    readonly excludes: boolean;
    readonly meant?: string;
  };
  readonly scoreOutOfReach: { readonly least: number; readonly most: number };
  readonly codeWithoutZero: { readonly codes: readonly string[] };
  readonly strangeCodes: { readonly codes: readonly string[] };
  readonly phoneForm: { readonly field: string };
  readonly largeAmount: { readonly field: string; readonly amount: number };
}

/** About the people, buyers and areas that a plan counts on. */
interface TeamDetails {
  readonly emptyPool: { readonly because?: PoolGap };
  readonly nobodyAtWork: { readonly count: number };
  readonly poolWithoutRoom: unknown;
  readonly noCapacity: unknown;
  readonly emptyTier: { readonly tier: string; readonly percent: number };
  readonly tierOfTiers: { readonly tier: string };
  readonly neverAtWork: { readonly id: string };
  readonly rotaOfOne: { readonly id: string };
  readonly noIsaForSide: { readonly side: "buyer" | "seller" };
  readonly fewRecipients: { readonly shares: number; readonly count: number };
  readonly pausedBuyer: { readonly id: string };
  readonly buyerTakesNothing: { readonly id: string };
  readonly buyerNeverFits: { readonly id: string };
  readonly emptyArea: { readonly id: string };
}

/** About rules that do not do what they look like. */
interface RuleDetails {
  readonly reservedId: { readonly id: string };
  readonly rotaUnused: unknown;
  readonly emptyChecklist: { readonly side: "buyer" | "seller" };
  readonly sharedWithOne: unknown;
  readonly continuityWithoutRule: unknown;
  readonly ownerRuleIdle: unknown;
  readonly ownerRuleTwice: unknown;
  readonly mixOfSame: unknown;
  readonly exceptionOver: { readonly to: string };
  readonly exceptionHidden: { readonly by: number };
  readonly notAboutBehaviour: unknown;
  readonly recycleBeforeClaim: unknown;
}

/** About limits and hours that work against each other. */
interface LimitDetails {
  readonly reclaimBeforeDue: { readonly temperature: string };
  readonly reclaimBeforeLeader: { readonly temperature: string };
  readonly acceptLongerThanContact: { readonly temperature: string };
  readonly longAcceptance: { readonly minutes: number };
  readonly rampOutOfOrder: unknown;
  readonly rampDescends: unknown;
  readonly overlappingHours: { readonly span: string; readonly with: string };
  readonly neverOpen: unknown;
  readonly hotNurtured: { readonly hot: number; readonly handoverAt: number };
}

/** What a plan check can find (F9), with the names and counts that its text mentions. */
export interface FindingDetails extends ConditionDetails, TeamDetails, RuleDetails, LimitDetails, PickDetails {
  readonly unknownAgent: { readonly id: string };
  readonly unknownTeam: { readonly id: string };
  readonly unknownArea: { readonly id: string };
  readonly unknownSource: { readonly id: string };
  readonly unknownSkill: { readonly id: string };
  readonly unknownBuyer: { readonly id: string };
  readonly unknownTerritory: { readonly agentId: string; readonly id: string };
  readonly unknownBackup: { readonly agentId: string; readonly id: string };
  readonly noLeader: { readonly id: string };
  readonly inactiveAgent: { readonly id: string };
  readonly neverReached: { readonly by: string };
  readonly reachedOnOverflow: { readonly by: string };
  readonly onePool: unknown;
  readonly uncoveredAreas: { readonly areas: readonly string[] };
  readonly overlappingAreas: { readonly areas: readonly string[] };
  readonly unknownPostalCode: { readonly id: string; readonly entry: string };
  readonly incompletePostalCode: { readonly id: string; readonly entry: string; readonly meant?: string };
  /** `places`: cities with their first and last code. */
  readonly cityInPart: { readonly id: string; readonly places: readonly string[] };
  readonly polygonSwapped: { readonly id: string };
  readonly polygonWithoutCodes: { readonly id: string };
  readonly fallbackNobody: unknown;
  readonly fallbackOwner: unknown;
  readonly fallbackPartial: unknown;
  readonly fallbackIsa: unknown;
  readonly fallbackBuyers: unknown;
  readonly noRules: unknown;
  readonly manyRules: { readonly count: number };
  readonly tooManyRules: { readonly count: number };
  readonly leaderAfterBackup: { readonly temperature: string };
  readonly backupBeforeDue: { readonly temperature: string };
  readonly reclaimBeforeBackup: { readonly temperature: string };
  readonly ownershipBeforeIdle: { readonly temperature: string };
  readonly nobodyInTier: unknown;
  readonly noSpeedKnown: { readonly count: number };
  readonly hotSlower: { readonly step: string };
  readonly tooFewForTiers: { readonly count: number };
  readonly tiersWorthIt: { readonly count: number };
  readonly manyWithoutSpecialists: { readonly count: number };
  readonly dueWhileClosed: { readonly temperatures: readonly string[] };
  readonly ownBackup: { readonly id: string };
  readonly backupsInCircle: { readonly ids: readonly string[] };
  readonly noAreas: unknown;
  readonly weightTooSmall: { readonly id: string };
  readonly poolWithoutWindow: unknown;
  readonly nobodyHandedOver: { readonly most: number };
  readonly everybodyHandedOver: { readonly least: number };
  readonly neverHot: { readonly most: number };
}
