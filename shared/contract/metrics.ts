/** Namespace of the product's own CloudWatch metrics; dimension `service` is the tenant's. */
export const metricsNamespace = "Fairlead";

/** What leads go through that somebody may want an alarm or a graph for; other events are in the history. */
export const metricOfEvent = {
  "lead.received": "LeadsReceived",
  "lead.offered": "LeadsOffered",
  "lead.accepted": "LeadsAccepted",
  "lead.offerExpired": "OffersExpired",
  "lead.escalated": "LeadsEscalated",
  "lead.queued": "LeadsQueued",
  "lead.pooled": "LeadsPooled",
  "lead.reclaimed": "LeadsReclaimed",
  "lead.converted": "LeadsConverted",
} as const;

/**
 * A buyer could not be reached for good: the reasons in the event, and the name of their metric. `unconfirmed`: nobody has
 * confirmed the buyer's e-mail address, or somebody has unsubscribed it. `gone`: the buyer's server says that nothing is
 * taken there any more (410).
 */
export const undeliverable = {
  reason: "undeliverable",
  unconfirmed: "addressUnconfirmed",
  gone: "endpointGone",
  metric: "SharesUndeliverable",
} as const;
