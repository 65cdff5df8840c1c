export interface IntakeClaim {
  readonly leadId: string;
  readonly bodyHash: string;
  readonly at: number;
}

/** Idempotency items and person markers (A3), both "put if absent, expired or mine". */
export interface IntakePort {
  claim(
    key: { readonly sourceId: string; readonly kind: "key" | "externalId"; readonly value: string },
    mine: IntakeClaim,
    expiresAt: number,
  ): Promise<{ readonly mine: true } | { readonly mine: false; readonly first: IntakeClaim }>;
  /**
   * Takes over a claim whose lead never came to be, if it is still the claim that was `seen` (lead and instant): of many
   * repeats one goes on, with the same lead id. False when another did.
   */
  takeOver(
    key: { readonly sourceId: string; readonly kind: "key" | "externalId"; readonly value: string },
    seen: IntakeClaim,
    mine: IntakeClaim,
  ): Promise<boolean>;
  /** The claim with this name, unless it has expired by `now`. */
  claimed(
    key: { readonly sourceId: string; readonly kind: "key" | "externalId"; readonly value: string },
    now: number,
  ): Promise<IntakeClaim | undefined>;
  /**
   * Marks a person's address (a keyed hash) as belonging to this lead until `until`. `previous` is the lead of an expired
   * mark (continuity); `first` the lead that has it now; `claimedAt` when that lead put it. `takeOverFrom` names a lead
   * that never came to be; with `claimedAt` it is taken over only if that lead has not put it again since.
   */
  mark(
    kind: "email" | "phone" | "account",
    hash: string,
    mine: { readonly leadId: string; readonly at: number; readonly until: number },
    options?: { readonly takeOverFrom?: string; readonly claimedAt?: number },
  ): Promise<
    | { readonly mine: true; readonly previous?: string }
    | { readonly mine: false; readonly first: string; readonly claimedAt: number }
  >;
  /** The lead whose mark it is, expired or not: the latest of the person or company. */
  marked(kind: "email" | "phone" | "account", hash: string): Promise<string | undefined>;
  /** Counts one more of a capped thing (a source's leads today, its requests this minute); false when over `cap`. */
  countUpTo(counter: string, cap: number, expiresAt: number): Promise<boolean>;
}
