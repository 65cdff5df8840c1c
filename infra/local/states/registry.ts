import type { Execution } from "./execution.ts";

/** All executions there are. */
export interface Registry {
  /** Counts up, also across `clear`: a token from before a reset never names an execution from after it. */
  nextId(): number;
  add(execution: Execution): void;
  byArn(arn: string): Execution | undefined;
  byId(id: number): Execution | undefined;
  /** In the order they were started. */
  all(): readonly Execution[];
  ofLead(leadId: string): readonly Execution[];
  /** Forgets what closed before `instant` (epoch ms). */
  forgetClosedBefore(instant: number): void;
  clear(): void;
}

export function createRegistry(): Registry {
  const byId = new Map<number, Execution>();
  const byArn = new Map<string, Execution>();
  const byLead = new Map<string, readonly Execution[]>();
  let lastId = 0;

  const forget = (execution: Execution) => {
    const { id, arn, leadId = "" } = execution;
    byId.delete(id);
    byArn.delete(arn);
    const others = byLead.get(leadId)?.filter((other) => other !== execution) ?? [];
    if (others.length > 0) byLead.set(leadId, others);
    else byLead.delete(leadId);
  };

  return {
    nextId() {
      lastId += 1;
      return lastId;
    },
    add(execution) {
      byId.set(execution.id, execution);
      byArn.set(execution.arn, execution);
      const { leadId } = execution;
      if (leadId !== undefined) byLead.set(leadId, [...(byLead.get(leadId) ?? []), execution]);
    },
    byArn: (arn) => byArn.get(arn),
    byId: (id) => byId.get(id),
    all: () => [...byId.values()],
    ofLead: (leadId) => byLead.get(leadId) ?? [],
    forgetClosedBefore(instant) {
      for (const execution of byId.values()) if ((execution.stoppedAt ?? instant) < instant) forget(execution);
    },
    clear() {
      for (const index of [byId, byArn, byLead]) index.clear();
    },
  };
}
