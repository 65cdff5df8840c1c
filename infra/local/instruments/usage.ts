/** What one piece of work cost, in the units AWS bills. */
export interface Cost {
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly requests: number;
  readonly invocations: number;
  readonly transitions: number;
  readonly publishes: number;
}

const noCost: Cost = { readUnits: 0, writeUnits: 0, requests: 0, invocations: 0, transitions: 0, publishes: 0 };

interface TableUse {
  readUnits: number;
  writeUnits: number;
  requests: number;
}

export interface UsageTotal {
  readonly dynamodb: TableUse & {
    readonly byOperation: Record<string, number>;
    readonly byFunction: Record<string, TableUse>;
  };
  readonly lambda: { invocations: number; byFunction: Record<string, number> };
  readonly stepfunctions: { transitions: number; byAction: Record<string, number> };
  readonly sns: { publishes: number; byChannel: Record<string, number> };
}

/** Counted requests per service and per lead (`GET /_local/usage`). Units are fractions where AWS has them (0.5 reads). */
export interface Usage {
  readonly total: () => UsageTotal;
  /** Adds to the totals; `name` is the operation, function, API action or channel, `caller` the function that asked. */
  readonly count: (service: keyof UsageTotal, name: string, cost: Partial<Cost>, caller?: string) => void;
  /** Adds to leads: a cost of several leads is split evenly, one of no lead is only in the total. */
  readonly charge: (leads: readonly string[], cost: Partial<Cost>) => void;
  readonly lead: (leadId: string) => Cost;
  readonly leads: () => Readonly<Record<string, Cost>>;
  readonly clear: () => void;
}

/** Leads are forgotten oldest first beyond this. */
const leadsKept = 100_000;

const names = Object.keys(noCost) as readonly (keyof Cost)[];

const noUse: TableUse = { readUnits: 0, writeUnits: 0, requests: 0 };

const emptyTotal = (): UsageTotal => ({
  dynamodb: { ...noUse, byOperation: {}, byFunction: {} },
  lambda: { invocations: 0, byFunction: {} },
  stepfunctions: { transitions: 0, byAction: {} },
  sns: { publishes: 0, byChannel: {} },
});

const increment = (counts: Record<string, number>, name: string, by: number): void => {
  if (by === 0) return;
  counts[name] = (counts[name] ?? 0) + by;
};

function use(sum: TableUse, { readUnits = 0, writeUnits = 0, requests = 0 }: Partial<Cost>): void {
  sum.readUnits += readUnits;
  sum.writeUnits += writeUnits;
  sum.requests += requests;
}

export function createUsage(): Usage {
  let total = emptyTotal();
  let leads = new Map<string, Record<keyof Cost, number>>();

  const ofFunction = (name: string): TableUse => {
    const fresh = { ...noUse };
    const known = total.dynamodb.byFunction[name];
    if (known === undefined) total.dynamodb.byFunction[name] = fresh;
    return known ?? fresh;
  };

  const ofLead = (leadId: string): Record<keyof Cost, number> => {
    const known = leads.get(leadId);
    if (known !== undefined) return known;
    const [oldest] = leads.keys();
    if (leads.size >= leadsKept && oldest !== undefined) leads.delete(oldest);
    const fresh = { ...noCost };
    leads.set(leadId, fresh);
    return fresh;
  };

  return {
    total: () => total,
    count: (service, name, cost, caller) => {
      const { requests = 0, invocations = 0, transitions = 0, publishes = 0 } = cost;
      switch (service) {
        case "dynamodb":
          use(total.dynamodb, cost);
          if (caller !== undefined) use(ofFunction(caller), cost);
          return increment(total.dynamodb.byOperation, name, requests);
        case "lambda":
          total.lambda.invocations += invocations;
          return increment(total.lambda.byFunction, name, invocations);
        case "stepfunctions":
          total.stepfunctions.transitions += transitions;
          return increment(total.stepfunctions.byAction, name, requests);
        case "sns":
          total.sns.publishes += publishes;
          return increment(total.sns.byChannel, name, publishes);
        default:
          return service satisfies never;
      }
    },
    charge: (leadIds, cost) => {
      for (const leadId of leadIds) {
        const counters = ofLead(leadId);
        for (const name of names) counters[name] += (cost[name] ?? 0) / leadIds.length;
      }
    },
    lead: (leadId) => ({ ...(leads.get(leadId) ?? noCost) }),
    leads: () => Object.fromEntries(leads),
    clear: () => {
      total = emptyTotal();
      leads = new Map();
    },
  };
}
