import type { Temperature } from "../../schemas/primitives.ts";
import type { NoticeKind } from "../effects/notice-request.ts";

/** What a message may say. `lead` is masked unless the reader has the lead; times are in the reader's zone. */
export interface NoticeFacts {
  readonly temperature: Temperature;
  /** First name and initial, or the full name for its owner. */
  readonly name: string;
  /** Place, interest and budget, in the reader's language; the first to go when a message is too long. */
  readonly about: readonly string[];
  /** Local time of the deadline, such as 14:05. */
  readonly until?: string;
  /** Local time from when on the reader may take the lead, if not at once (E5). */
  readonly from?: string;
  readonly link?: string;
  /** Four characters that name this offer in an SMS reply. */
  readonly code?: string;
  /** Contact data, for the owner only. */
  readonly contact?: string;
  /** Who has the lead. */
  readonly agentName?: string;
  /** They have not accepted it yet. */
  readonly offered?: boolean;
  readonly reason?: string;
  /** False: the offer cannot be declined (E4). */
  readonly declinable?: boolean;
  /** So many leads less to pick today. */
  readonly claimsLess?: number;
  /** The sender's own id of the lead, or ours. */
  readonly reference: string;
}

export interface NoticeTexts {
  readonly subject: Readonly<Record<NoticeKind, (facts: NoticeFacts) => string>>;
  /** `about` is what is left of the facts' details after fitting. */
  readonly body: Readonly<Record<NoticeKind, (facts: NoticeFacts, about: string) => string>>;
}
