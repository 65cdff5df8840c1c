import type { Notice, NotifierPort } from "../../../shared/usecases/ports/notifier-port.ts";
import type { IdentityPort } from "../../../shared/usecases/ports/ports.ts";

export interface SentNotice extends Notice {
  /** Epoch ms. */
  readonly at: number;
}
export interface Subscription {
  readonly agentId: string;
  readonly email: string;
  readonly leads: readonly string[];
}

export interface MemoryNotifier {
  readonly port: NotifierPort;
  readonly outbox: readonly SentNotice[];
  /** By agent id. */
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  /** From now on this address refuses, as an opted-out number or a disabled endpoint does. */
  refuse(to: string): void;
}

export function createMemoryNotifier(now: () => number): MemoryNotifier {
  const outbox: SentNotice[] = [];
  const subscriptions = new Map<string, Subscription>();
  const refusing = new Set<string>();
  return {
    outbox,
    subscriptions,
    refuse: (to) => void refusing.add(to),
    port: {
      send: async (notice) => {
        if (refusing.has(notice.to)) return false;
        outbox.push({ at: now(), ...notice });
        return true;
      },
      subscribeContact: async (email) => void subscriptions.set(email, { agentId: email, email, leads: [] }),
      subscribe: async (agent) => void subscriptions.set(agent.agentId, agent),
      unsubscribe: async (email) => {
        for (const [agentId, agent] of subscriptions) if (agent.email === email) subscriptions.delete(agentId);
      },
    },
  };
}

export interface MemoryUser {
  readonly email: string;
  readonly groups: readonly string[];
  readonly enabled: boolean;
}
export interface MemoryIdentity {
  readonly port: IdentityPort;
  /** By agent id. */
  readonly users: ReadonlyMap<string, MemoryUser>;
}

export function createMemoryIdentity(): MemoryIdentity {
  const users = new Map<string, MemoryUser>();
  return {
    users,
    port: {
      upsert: async ({ agentId, ...user }) => void users.set(agentId, user),
      disable: async (agentId) => {
        const user = users.get(agentId);
        if (user) users.set(agentId, { ...user, enabled: false });
      },
    },
  };
}
