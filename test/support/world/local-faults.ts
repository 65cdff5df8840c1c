import type { Fault } from "../../../infra/local/faults.ts";
import type { WorldFault } from "./world.ts";

/** What `POST /_local/faults` takes: defaults may be left out. */
type FaultRequest = Pick<Fault, "service" | "kind"> & Partial<Fault>;

const writes = ["PutItem", "UpdateItem", "TransactWriteItems"] as const;
const functions = ["Intake", "AgentApi", "Stream", "Workflow"] as const;

/** The faults of a random day as the local runner injects them; `random` decides where and how often they strike. */
export function faultRequest(fault: WorldFault, random: () => number): FaultRequest {
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  const moment = pick<"before" | "after">(["before", "after"]);
  const seed = 1 + Math.floor(random() * 1_000_000);
  switch (fault) {
    case "throttle":
      return {
        service: pick<FaultRequest["service"]>(["dynamodb", "sns", "stepfunctions"]),
        kind: "throttle",
        count: pick([1, 2]),
      };
    case "loseReply":
      return pick<FaultRequest>([
        { service: "dynamodb", operation: pick(writes), kind: "loseReply" },
        { service: "stepfunctions", kind: "loseReply" },
        { service: "sns", kind: "loseReply" },
      ]);
    case "crash":
      return pick<FaultRequest>([
        { service: "dynamodb", operation: pick(writes), kind: "crash", moment },
        { service: "dynamodb", kind: "crash", moment, after: pick([0, 1, 2, 3, 5, 8]) },
        { service: "lambda", function: pick(functions), kind: "crash", moment },
        { service: "stepfunctions", kind: "crash", moment },
        { service: "sns", kind: "crash", moment },
      ]);
    case "duplicate":
      return { service: "streams", kind: "duplicate", count: pick([1, 2, 3]) };
    case "reorder":
      return { service: "streams", kind: "reorder", count: pick([1, 2, 3]), seed };
    default:
      return fault satisfies never;
  }
}
