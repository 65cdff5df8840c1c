import type { Agent, AgentInput, Team, TeamInput, TimeOff } from "../../schemas/agent.ts";
import type { Area, AreaDraft } from "../../schemas/area.ts";
import type { Buyer, BuyerInput } from "../../schemas/buyer.ts";
import type { AgentFigures } from "../../schemas/figures.ts";
import type { HistoryItem } from "../../schemas/lead/event.ts";
import type { LeadBody, LeadState, LeadStatus } from "../../schemas/lead/lead.ts";
import type { LeadLink, LeadToken, WorkflowInput } from "../../schemas/lead/workflow.ts";
import type { Plan, PlanInput } from "../../schemas/plan/plan.ts";
import type { Source, SourceInput, SourceKey } from "../../schemas/source.ts";
import type { FiguresPort } from "./figures-port.ts";
import type { IntakePort } from "./intake-port.ts";
import type { NotifierPort } from "./notifier-port.ts";
import type { PicksPort } from "./picks-port.ts";
import type { RotationPort } from "./rotation-port.ts";
import type { BuyerMailPort, WebhookPort } from "./webhook-port.ts";

/**
 * Every side effect a use case may have, in one argument: no container, no singletons. All instants are epoch ms.
 * Methods throw only when the infrastructure is broken; expected outcomes are return values.
 */
export interface Ports {
  readonly clock: ClockPort;
  readonly ids: IdsPort;
  readonly leads: LeadsPort;
  readonly loads: LoadsPort;
  readonly picks: PicksPort;
  readonly rotation: RotationPort;
  readonly intake: IntakePort;
  readonly config: ConfigPort;
  readonly figures: FiguresPort;
  readonly workflow: WorkflowPort;
  readonly notifier: NotifierPort;
  readonly secrets: SecretsPort;
  readonly webhooks: WebhookPort;
  readonly buyerMail: BuyerMailPort;
  readonly identity: IdentityPort;
  /** Base of the links in messages, without a trailing slash. */
  readonly publicUrl: string;
}

export interface ClockPort {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface IdsPort {
  leadId(now: number): string;
  /** Short and unguessable: commit ids, time-off ids, key material. */
  random(bytes: number): string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** The lead's own items: BODY, STATE, TOKEN, LINK, history. */
export interface LeadsPort {
  /** STATE as it stands now (consistent). */
  state(leadId: string): Promise<LeadState | undefined>;
  /** STATE and BODY in one read; eventually consistent unless `consistent`. A BODY without STATE is not a lead yet. */
  load(
    leadId: string,
    options?: { readonly consistent?: boolean },
  ): Promise<{ readonly state: LeadState; readonly body: LeadBody } | undefined>;
  /** Many STATEs, those that are there, in the order asked; eventually consistent unless `consistent`. */
  states(leadIds: readonly string[], options?: { readonly consistent?: boolean }): Promise<readonly LeadState[]>;
  body(leadId: string): Promise<LeadBody | undefined>;
  /** Puts BODY unless it is there; answers the one that stands. */
  createBody(body: LeadBody): Promise<LeadBody>;
  /**
   * Replaces BODY (facts found later, engagement, erasure) if its `revision` is still `expected`, 0 for the one that
   * intake wrote; `body` carries the next revision. The writer's own earlier write counts as done.
   */
  replaceBody(
    expected: number,
    body: LeadBody,
  ): Promise<{ readonly done: true } | { readonly done: false; readonly current: LeadBody | undefined }>;
  /** Puts STATE's first version unless it is there; answers the one that stands. */
  createState(state: LeadState): Promise<LeadState>;
  /** Replaces STATE if its version is still `expectedVersion`; the writer's own earlier write (commitId) counts as done. */
  commit(
    expectedVersion: number,
    next: LeadState,
  ): Promise<{ readonly done: true } | { readonly done: false; readonly current: LeadState | undefined }>;
  token(leadId: string): Promise<LeadToken | undefined>;
  putToken(token: LeadToken): Promise<void>;
  putLink(tokenHash: string, link: LeadLink): Promise<void>;
  link(tokenHash: string): Promise<LeadLink | undefined>;
  /** Eventually consistent unless `consistent`. */
  history(leadId: string, options?: { readonly consistent?: boolean }): Promise<readonly HistoryItem[]>;
  /** What the consumer needs to know before acting on a commit, in one consistent read. */
  progress(
    leadId: string,
    previousVersion: number,
    version: number,
  ): Promise<{ readonly recorded: boolean; readonly previousRecorded: boolean; readonly token?: LeadToken }>;
  /** Puts a history item unless it is there; false when it was. */
  recordHistory(item: HistoryItem): Promise<boolean>;
  /**
   * C11: claims a recipient for one share of a lead that was shared, for good: true if it is this share's by now. Of two
   * shares that reach for the same recipient one has it.
   */
  claimRecipient(parentId: string, recipientId: string, shareId: string): Promise<boolean>;
  /** Everybody who has or had a share of the lead, or was asked about one. Consistent. */
  recipients(parentId: string): Promise<readonly string[]>;
  /** With `since` (epoch ms) only those that have the status since then; queued ones that arrived since then. */
  listByStatus(status: LeadStatus, options: { limit: number; cursor?: string; since?: number }): Promise<Page<string>>;
  listByOwner(agentId: string, options: { limit: number; cursor?: string }): Promise<Page<string>>;
  /** `month` as YYYY-MM. */
  listBySource(sourceId: string, month: string, options: { limit: number; cursor?: string }): Promise<Page<string>>;
}

/** Which leads an agent has, offered or owned: the held set that bounds capacity. */
export interface LoadsPort {
  /**
   * Adds the lead if it is held already or there is room; `force` for a leader's override. Safe to repeat. The whole set may
   * be forgotten after `expiresAt` (epoch ms).
   */
  reserve(
    agentId: string,
    leadId: string,
    capacity: number,
    options?: { readonly force?: boolean; readonly expiresAt?: number },
  ): Promise<boolean>;
  release(agentId: string, leadId: string): Promise<void>;
  /** Lead ids held, by agent; agents without any are left out. Consistent. */
  held(agentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Releases only if nothing was reserved for this agent since `revision` was read. */
  heldWithRevision(agentId: string): Promise<{
    readonly leadIds: readonly string[];
    readonly revision: number;
    /** When something was reserved for the agent last; 0 when nothing ever was. */
    readonly reservedAt: number;
  }>;
  releaseIfUnchanged(agentId: string, leadId: string, revision: number): Promise<boolean>;
}

/** Plan, team, sources and areas, cached per container and validated by one consistent read of the head item. */
export interface Configuration {
  readonly planVersion: number;
  readonly teamVersion: number;
  readonly plan: Plan | undefined;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly timeOff: readonly TimeOff[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly buyers: ReadonlyMap<string, Buyer>;
  /** Every agent's results of the last 90 days, computed once a day. */
  readonly figures: ReadonlyMap<string, AgentFigures>;
}

/** Outcome of a configuration write: `stale` when If-Match names another version than the stored one. */
export type Saved<T> =
  | { readonly saved: true; readonly item: T; readonly created: boolean }
  | { readonly saved: false; readonly reason: "stale"; readonly current: T | undefined };

export interface ConfigPort {
  /** The configuration as of this moment (one consistent read when nothing changed). */
  current(): Promise<Configuration>;
  /** The configuration and the source key with this hash, both consistent, in one round trip. */
  currentWithKey(keyHash: string): Promise<{ readonly config: Configuration; readonly key?: SourceKey }>;
  sourceKey(keyHash: string): Promise<SourceKey | undefined>;
  putSourceKey(keyHash: string, key: SourceKey): Promise<void>;
  sourceKeys(sourceId: string): Promise<readonly { readonly keyHash: string; readonly key: SourceKey }[]>;
  /** `expected`: the version If-Match names; undefined writes over whatever is there; 0 only if nothing is there. */
  savePlan(input: PlanInput, expected: number | undefined): Promise<Saved<Plan>>;
  planVersion(version: number): Promise<Plan | undefined>;
  planVersions(options: { limit: number; cursor?: string }): Promise<Page<{ version: number; savedAt: number }>>;
  saveAgent(agentId: string, input: AgentInput, expected: number | undefined): Promise<Saved<Agent>>;
  deleteAgent(agentId: string): Promise<boolean>;
  saveTeam(teamId: string, input: TeamInput, expected: number | undefined): Promise<Saved<Team>>;
  deleteTeam(teamId: string): Promise<boolean>;
  addTimeOff(off: TimeOff): Promise<void>;
  deleteTimeOff(agentId: string, timeOffId: string): Promise<boolean>;
  saveArea(areaId: string, input: AreaDraft, expected: number | undefined): Promise<Saved<Area>>;
  deleteArea(areaId: string): Promise<boolean>;
  /** `salt` is for a new buyer; one that is there keeps its own, and the earlier ones. */
  saveBuyer(buyerId: string, input: BuyerInput, salt: string, expected: number | undefined): Promise<Saved<Buyer>>;
  /** Replaces what the buyer's secrets follow from, if it still has the version `expected`; the rest stays. */
  saveBuyerSalts(buyerId: string, salts: Pick<Buyer, "salt" | "earlierSalts">, expected: number): Promise<Saved<Buyer>>;
  deleteBuyer(buyerId: string): Promise<boolean>;
  saveSource(sourceId: string, input: SourceInput, expected: number | undefined): Promise<Saved<Source>>;
  deleteSource(sourceId: string): Promise<boolean>;
}

export interface DeliveryInput {
  readonly leadId: string;
  readonly cycle: number;
}

/** Step Functions as a timer. Late, doubled or unknown tokens are swallowed: the lead is the truth. */
export interface WorkflowPort {
  /** Name = lead id + cycle; starting it again is a success. */
  start(input: WorkflowInput): Promise<void>;
  succeed(token: string, output: unknown): Promise<void>;
  fail(token: string, error: string, cause: unknown): Promise<void>;
  heartbeat(token: string): Promise<void>;
  /** Whether the lead's execution of this cycle runs. */
  running(leadId: string, cycle: number): Promise<boolean>;
  /** Starts the delivery of a share to its buyer (C11); named and repeated like a lead's execution. */
  deliver(input: DeliveryInput): Promise<void>;
}

export interface SecretsPort {
  /** Keyed hash (HMAC-SHA-256) as base64url: person markers, link tokens, reply codes, repeated source keys. */
  keyedHash(purpose: "person" | "link" | "code" | "visitor" | "key" | "buyer", text: string): Promise<string>;
  /** Plain SHA-256 as hex: stored forms of keys and tokens. */
  digest(text: string): string;
}

/** The people who may sign in. The user name is the agent id, for good; safe to repeat. */
export interface IdentityPort {
  /**
   * Makes or changes the user: e-mail as alias, of the roles' groups exactly these (others are the operator's to give),
   * enabled or not (then signed out too).
   */
  upsert(person: {
    readonly agentId: string;
    readonly email: string;
    readonly groups: readonly string[];
    readonly enabled: boolean;
  }): Promise<void>;
  /** Disables the user and signs it out everywhere; nothing if there is none. */
  disable(agentId: string): Promise<void>;
}
