import { decide, decideAndWait, storeToken } from "./calls.ts";
import { endedEarly, sameInput } from "./handshake.ts";
import type { Call, Catcher, Definition, Expression, TaskFields } from "./states-language.ts";

/** The states, named as the policy names them. Running executions hold these names: see docs/adr on changing the workflow. */
export type StateName =
  | "AwaitAcceptance"
  | "AwaitClaim"
  | "OfferToNext"
  | "AwaitFirstContact"
  | "EscalateToLeader"
  | "ReassignToBackup"
  | "HoldOwnership"
  | "Reclaim"
  | "ToPool"
  | "Closed";

export interface WorkflowResources {
  readonly tableName: string;
  readonly workflowFunctionArn: string;
}

/**
 * One lead during one ownership cycle: a timer and a picture of the process, never the owner of state. Every state's input
 * is `{wait, timeouts}` (seconds), first from the start, then from whoever ends a wait. The happy path is three states.
 */
export function leadWorkflow({ tableName, workflowFunctionArn }: WorkflowResources): Definition<StateName> {
  const ask = (task: StateName) => decideAndWait(workflowFunctionArn, task);
  return {
    Comment: "One lead during one ownership cycle. The lead item is the truth; this is its timer.",
    QueryLanguage: "JSONata",
    StartAt: "AwaitAcceptance",
    States: {
      AwaitAcceptance: {
        ...waiting("The offered agent accepts, declines or lets the offer pass (D1).", {
          call: storeToken(tableName, "AwaitAcceptance"),
          seconds: seconds("accept"),
          expired: "OfferToNext",
        }),
        Next: "AwaitFirstContact",
      },
      AwaitClaim: {
        ...waiting("In the pool: somebody of the claim group takes the lead in time, or others are asked (C9).", {
          call: storeToken(tableName, "AwaitClaim"),
          seconds: seconds("accept"),
          expired: "OfferToNext",
        }),
        Next: "AwaitFirstContact",
      },
      OfferToNext: {
        ...waiting("Nobody has accepted or claimed: the next agent is asked, or the manager, or the pool (C9, D1).", {
          call: ask("OfferToNext"),
          seconds: seconds("accept"),
          expired: "OfferToNext",
        }),
        Next: "AwaitFirstContact",
      },
      AwaitFirstContact: {
        ...waiting("The owner makes first contact in time (D2).", {
          call: storeToken(tableName, "AwaitFirstContact"),
          seconds: seconds("contact"),
          expired: "EscalateToLeader",
        }),
        Next: "HoldOwnership",
      },
      EscalateToLeader: {
        ...waiting("No contact: the team's leader is told; contact is still waited for (D2).", {
          call: ask("EscalateToLeader"),
          seconds: seconds("escalate"),
          expired: "ReassignToBackup",
        }),
        Next: "HoldOwnership",
      },
      ReassignToBackup: {
        ...waiting("Still no contact: a backup agent gets the lead (D2), until it is due to be taken back (D3).", {
          call: ask("ReassignToBackup"),
          seconds: seconds("reclaim"),
          expired: "Reclaim",
        }),
        Next: "HoldOwnership",
      },
      HoldOwnership: {
        ...waiting("Contacted: held while progress is logged, until closed or the ownership ends (D3).", {
          call: storeToken(tableName, "HoldOwnership"),
          // Whole seconds, and longer than the heartbeat, or the state would fail at once.
          seconds: `{% $max([2, ${input("ownership")}]) %}`,
          heartbeat: `{% $max([1, $min([${input("idle")}, ${input("ownership")} - 1])]) %}`,
          expired: "Reclaim",
        }),
        End: true,
      },
      Reclaim: {
        ...deciding("Taken back and routed again in a new cycle, unless the lead has moved meanwhile (D3).", {
          call: decide(workflowFunctionArn, "Reclaim", "minutes"),
          otherwise: [{ ErrorEquals: ["States.ALL"], Next: "ToPool", Output: sameInput }],
        }),
        End: true,
      },
      ToPool: {
        ...deciding("Something failed for good: the lead goes to the pool and the alarm tells (never stuck).", {
          call: decide(workflowFunctionArn, "ToPool", "hours"),
          otherwise: [],
        }),
        End: true,
      },
      Closed: { Type: "Succeed", Comment: "Nothing more to wait for in this cycle." },
    },
  };
}

const input = (timeout: string): string => `$states.input.timeouts.${timeout}`;
const seconds = (timeout: "accept" | "contact" | "escalate" | "reclaim"): Expression => `{% ${input(timeout)} %}`;

const early = endedEarly<StateName>({
  offered: "AwaitAcceptance",
  posted: "AwaitClaim",
  owned: "AwaitFirstContact",
  held: "HoldOwnership",
  closed: "Closed",
});

interface Wait {
  readonly call: Call;
  readonly seconds: Expression;
  readonly heartbeat?: Expression;
  /** Where the lead goes when nobody has answered in time. */
  readonly expired: StateName;
}

/** A task that ends when somebody completes its token, or its time is up. */
function waiting(comment: string, { call, seconds, heartbeat, expired }: Wait): TaskFields<StateName> {
  const timedOut = heartbeat === undefined ? ["States.Timeout"] : ["States.HeartbeatTimeout", "States.Timeout"];
  return {
    Type: "Task",
    Comment: comment,
    ...call,
    TimeoutSeconds: seconds,
    ...(heartbeat === undefined ? {} : { HeartbeatSeconds: heartbeat }),
    Catch: [
      ...early,
      ...timedOut.map((name): Catcher<StateName> => ({ ErrorEquals: [name], Next: expired, Output: sameInput })),
      { ErrorEquals: ["States.ALL"], Next: "ToPool", Output: sameInput },
    ],
  };
}

/** A task that is over when the function has decided; longer than the function's own time-out. */
function deciding(
  comment: string,
  { call, otherwise }: { readonly call: Call; readonly otherwise: readonly Catcher<StateName>[] },
): TaskFields<StateName> {
  return { Type: "Task", Comment: comment, ...call, TimeoutSeconds: 60, Catch: [...early, ...otherwise] };
}
