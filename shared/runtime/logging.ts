import { Logger } from "@aws-lambda-powertools/logger";
import type middy from "@middy/core";

/** Structured logs without personal data: routes, ids, statuses and durations only. */
export const logger = new Logger({ serviceName: "fairlead" });

interface Loggable {
  readonly routeKey?: string;
}

/** One line per invocation, at the edge. */
export function logOnce(name: string): middy.MiddlewareObj<Loggable, { statusCode?: number } | undefined> {
  let started = 0;
  return {
    before: () => {
      started = Date.now();
    },
    after: ({ event, response }) => {
      logger.info(name, { route: event.routeKey, status: response?.statusCode, ms: Date.now() - started });
    },
  };
}
