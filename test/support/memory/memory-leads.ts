import { isDeepStrictEqual } from "node:util";
import type { HistoryItem } from "../../../shared/schemas/lead/event.ts";
import type { LeadBody, LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { LeadLink, LeadToken } from "../../../shared/schemas/lead/workflow.ts";
import type { LeadsPort, Page } from "../../../shared/usecases/ports/ports.ts";
import { copied } from "../copied.ts";

export type CommitListener = (old: LeadState | undefined, next: LeadState) => void;
export type TokenListener = (token: LeadToken) => void;

export interface MemoryLeads {
  readonly port: LeadsPort;
  readonly commits: readonly { readonly old?: LeadState; readonly next: LeadState }[];
  onCommit(listener: CommitListener): void;
  onToken(listener: TokenListener): void;
}

const owned: readonly string[] = ["accepted", "contacted", "qualified", "appointment"];

export function createMemoryLeads(): MemoryLeads {
  const bodies = new Map<string, LeadBody>();
  const states = new Map<string, LeadState>();
  const tokens = new Map<string, LeadToken>();
  const links = new Map<string, LeadLink>();
  const histories = new Map<string, Map<number, HistoryItem>>();
  const recipients = new Map<string, Map<string, string>>();
  const commits: { old?: LeadState; next: LeadState }[] = [];
  const commitListeners: CommitListener[] = [];
  const tokenListeners: TokenListener[] = [];

  function put(old: LeadState | undefined, next: LeadState): void {
    states.set(next.leadId, next);
    commits.push(copied({ ...(old && { old }), next }));
    for (const listener of commitListeners) listener(copied(old), copied(next));
  }
  const recorded = (leadId: string, to: number) => histories.get(leadId)?.has(to) ?? false;
  const list = (rank: (state: LeadState) => string | undefined, options: { limit: number; cursor?: string }) =>
    pageOf([...states.values()], rank, options);

  const port: LeadsPort = {
    state: async (leadId) => states.get(leadId),
    load: async (leadId) => {
      const [state, body] = [states.get(leadId), bodies.get(leadId)];
      return state && body && { state, body };
    },
    states: async (leadIds) => leadIds.flatMap((leadId) => states.get(leadId) ?? []),
    body: async (leadId) => bodies.get(leadId),
    createBody: async (body) => {
      const standing = bodies.get(body.leadId);
      if (!standing) bodies.set(body.leadId, body);
      return standing ?? body;
    },
    replaceBody: async (expected, body) => {
      const current = bodies.get(body.leadId);
      if (isDeepStrictEqual(current, body)) return { done: true };
      if (current === undefined || (current.revision ?? 0) !== expected) return { done: false, current };
      bodies.set(body.leadId, body);
      return { done: true };
    },
    createState: async (state) => {
      const standing = states.get(state.leadId);
      if (!standing) put(undefined, state);
      return standing ?? state;
    },
    commit: async (expectedVersion, next) => {
      const current = states.get(next.leadId);
      if (current?.commitId === next.commitId) return { done: true };
      if (current?.version !== expectedVersion) return { done: false, current };
      put(current, next);
      return { done: true };
    },
    token: async (leadId) => tokens.get(leadId),
    putToken: async (token) => {
      if ((tokens.get(token.leadId)?.cycle ?? 0) > token.cycle) return;
      tokens.set(token.leadId, token);
      for (const listener of tokenListeners) listener(copied(token));
    },
    putLink: async (tokenHash, link) => void links.set(tokenHash, link),
    link: async (tokenHash) => links.get(tokenHash),
    history: async (leadId) => [...(histories.get(leadId)?.values() ?? [])].sort((a, b) => a.to - b.to),
    progress: async (leadId, previousVersion, version) => {
      const token = tokens.get(leadId);
      return {
        recorded: recorded(leadId, version),
        previousRecorded: previousVersion === 0 || recorded(leadId, previousVersion),
        ...(token && { token }),
      };
    },
    recordHistory: async (item) => {
      const items = histories.get(item.leadId) ?? new Map<number, HistoryItem>();
      histories.set(item.leadId, items);
      if (items.has(item.to)) return false;
      items.set(item.to, item);
      return true;
    },
    claimRecipient: async (parentId, recipientId, shareId) => {
      const claimed = recipients.get(parentId) ?? new Map<string, string>();
      recipients.set(parentId, claimed);
      const standing = claimed.get(recipientId) ?? shareId;
      claimed.set(recipientId, standing);
      return standing === shareId;
    },
    recipients: async (parentId) => [...(recipients.get(parentId)?.keys() ?? [])].sort(),
    listByStatus: async (status, { since = 0, ...options }) =>
      list((state) => {
        const at = status === "queued" ? state.receivedAt : state.since;
        return state.status === status && at >= since ? ranked(at, state) : undefined;
      }, options),
    listByOwner: async (agentId, options) =>
      list(
        (state) =>
          state.ownerId === agentId && owned.includes(state.status)
            ? ranked(state.assignedAt ?? state.since, state)
            : undefined,
        options,
      ),
    listBySource: async (sourceId, month, options) =>
      list(
        (state) =>
          state.sourceId === sourceId &&
          state.share === undefined &&
          new Date(state.receivedAt).toISOString().startsWith(month)
            ? ranked(state.receivedAt, state)
            : undefined,
        options,
      ),
  };
  return {
    port,
    commits,
    onCommit: (listener) => void commitListeners.push(listener),
    onToken: (listener) => void tokenListeners.push(listener),
  };
}

function ranked(at: number, state: LeadState): string {
  return `${String(at).padStart(13, "0")}#${state.leadId}`;
}

function pageOf(
  states: readonly LeadState[],
  rank: (state: LeadState) => string | undefined,
  { limit, cursor }: { limit: number; cursor?: string },
): Page<string> {
  const after = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
  const rows = states.flatMap((state) => {
    const key = rank(state);
    return key !== undefined && key > after ? [{ key, leadId: state.leadId }] : [];
  });
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map((row) => row.leadId),
    ...(rows.length > limit && last && { nextCursor: Buffer.from(last.key).toString("base64url") }),
  };
}
