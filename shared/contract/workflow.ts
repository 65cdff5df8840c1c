/** Names by which the consumer and the workflow's tasks end a wait early; the state machine catches each. */
export const workflowErrors = {
  /** The lead is offered (again): wait for acceptance. */
  reoffered: "Reoffered",
  /** The lead has a (new) owner: wait for first contact. */
  reassigned: "Reassigned",
  /** The lead lies in the pool and is to be claimed in time. */
  posted: "Posted",
  /** The deadline has moved: go on holding. */
  resumed: "Resumed",
  /** Nothing more to wait for in this cycle. */
  ended: "Ended",
  /** A timer fired before anything was due: go back to the wait the lead is in. */
} as const;
export type WorkflowError = (typeof workflowErrors)[keyof typeof workflowErrors];

/** The error by which a delivery to a buyer asks to be tried again. */
export const undelivered = "Undelivered";
