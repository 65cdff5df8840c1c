/**
 * Why one comparison alone never holds: the field has other values (all of them, or their kind), its limits are the wrong way
 * round, or it is `any` of nothing. Left out where several comparisons contradict each other.
 */
export type Impossible =
  | { readonly reason: "value"; readonly has: readonly (string | number)[] | "text" | "number" | "truth" }
  | { readonly reason: "reversed" }
  | { readonly reason: "empty" };

/** What a plan check can find (F9), with the names and counts that its text mentions. */
interface FindingDetails {
  readonly unknownAgent: { readonly id: string };
  readonly unknownTeam: { readonly id: string };
  readonly unknownArea: { readonly id: string };
  readonly unknownSource: { readonly id: string };
  readonly unknownSkill: { readonly id: string };
  readonly unknownBuyer: { readonly id: string };
  readonly unknownField: { readonly field: string };
  readonly unknownTerritory: { readonly agentId: string; readonly id: string };
  readonly unknownBackup: { readonly agentId: string; readonly id: string };
  readonly noLeader: { readonly id: string };
  readonly inactiveAgent: { readonly id: string };
  readonly neverReached: { readonly by: string };
  readonly reachedOnOverflow: { readonly by: string };
  readonly neverMatches: { readonly field: string; readonly because?: Impossible };
  readonly emptyPool: unknown;
  readonly onePool: unknown;
  readonly uncoveredAreas: { readonly areas: readonly string[] };
  readonly overlappingAreas: { readonly areas: readonly string[] };
  readonly unknownPostalCode: { readonly id: string; readonly entry: string };
  readonly polygonWithoutCodes: { readonly id: string };
  readonly fallbackNobody: unknown;
  readonly fallbackOwner: unknown;
  readonly fallbackPartial: unknown;
  readonly fallbackIsa: unknown;
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

export type FindingCode = keyof FindingDetails;

/** `error`: leads go wrong; `warning`: probably not meant so; `hint`: advice. */
export type Finding<Code extends FindingCode = FindingCode> = {
  readonly [C in Code]: {
    readonly code: C;
    readonly severity: "error" | "warning" | "hint";
    readonly ruleId?: string;
    /** The place in the plan, as a JSON pointer; the rule's when left out. */
    readonly pointer?: string;
  } & FindingDetails[C];
}[Code];
