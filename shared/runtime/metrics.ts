import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import { metricOfEvent, metricsNamespace, undeliverable } from "../contract/metrics.ts";
import type { LeadEvent } from "../schemas/lead/event.ts";

/** Written with the log lines (embedded metric format): no request of their own. */
export const metrics = new Metrics({ namespace: metricsNamespace, serviceName: process.env.TENANT ?? "fairlead" });

export { logMetrics };

const reasons: readonly (string | undefined)[] = [undeliverable.reason, undeliverable.unconfirmed, undeliverable.gone];

/** Counts what has happened to leads. */
export function countEvents(events: readonly LeadEvent[]): void {
  for (const { type, reason, buyerId } of events) {
    if (buyerId !== undefined && reasons.includes(reason)) {
      metrics.addMetric(undeliverable.metric, MetricUnit.Count, 1);
    }
    if (type in metricOfEvent) {
      metrics.addMetric(metricOfEvent[type as keyof typeof metricOfEvent], MetricUnit.Count, 1);
    }
  }
}
