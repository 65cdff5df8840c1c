import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import type { BuyersServers } from "./buyers-servers.ts";

/** Who asks: a signed-in person by name and groups, a source by its key, or whoever holds a link. */
export type Asker =
  | { readonly person: string; readonly groups: readonly string[] }
  | { readonly key: string }
  | { readonly stranger: true };

export interface Asked {
  readonly as?: Asker;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  /** Parsed JSON; text for pages. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SentNotice {
  readonly kind: string;
  readonly agentId?: string | undefined;
  readonly leadId?: string | undefined;
}

/** One execution of the lead workflow. */
export interface Execution {
  readonly name: string;
  readonly status: string;
  readonly currentState: string;
  readonly billedTransitions: number;
}

/** What may be done to a world on purpose. `leads`: the table; `workflow`: Step Functions. */
export type WorldFault = "throttle" | "loseReply" | "crash" | "duplicate" | "reorder";

/**
 * A whole product to try things on: in memory, or the local runner through HTTP. Both answer the same requests by the
 * same code and can be looked into through the same ports.
 */
export interface World {
  readonly ports: Pick<Ports, "config" | "leads" | "loads" | "picks" | "rotation">;
  readonly buyers: BuyersServers;
  now(): number;
  ask(method: string, path: string, asked?: Asked): Promise<Answered>;
  /** Runs everything due until then, and what follows from it. Ms. */
  advance(ms: number): Promise<void>;
  /** Waits until nothing happens any more. */
  settle(): Promise<void>;
  executions(): Promise<readonly Execution[]>;
  notices(): Promise<readonly SentNotice[]>;
  /** The next calls go wrong; which ones, the seed decides. */
  inject(fault: WorldFault, random: () => number): Promise<void>;
  clearFaults(): Promise<void>;
  /** The sweep that makes sure: drains the queue, repairs what crashes left. */
  reconcile(): Promise<void>;
  /** Nothing happens any more, and nothing is kept. */
  stop(): Promise<void>;
}

export type LeadStates = ReadonlyMap<string, LeadState>;
