import * as z from "zod";

const count = z.int().min(1).max(100_000);

/** What `POST /_local/faults` takes. Unknown fields are refused: a misspelt fault would otherwise just never happen. */
export const faultSchema = z
  .strictObject({
    service: z
      .enum(["dynamodb", "sns", "stepfunctions", "secretsmanager", "cognito", "sqs", "lambda", "streams"])
      .describe("whose requests go wrong; lambda: whole invocations; streams: delivery of stream records"),
    operation: z.string().min(1).optional().describe("PutItem, Publish, SendTaskSuccess …; all when missing"),
    function: z.string().min(1).optional().describe("only requests or invocations of this function (its label)"),
    containing: z.string().min(1).optional().describe("only requests whose body contains this text"),
    kind: z.enum(["throttle", "error", "timeout", "loseReply", "crash", "conflict", "duplicate", "reorder"]),
    count: count.default(1).describe("how many matching requests, invocations or batches go wrong"),
    after: z.int().min(0).default(0).describe("how many matching ones pass unharmed first"),
    moment: z
      .enum(["before", "after"])
      .default("before")
      .describe("crash, error: before the request is applied, or after it was"),
    seed: z.int().default(1).describe("reorder: the same seed gives the same order"),
  })
  .refine((fault) => (fault.service === "streams") === (fault.kind === "duplicate" || fault.kind === "reorder"), {
    path: ["kind"],
    message: "duplicate and reorder are kinds of service streams, and its only ones",
  })
  .refine((fault) => fault.kind !== "conflict" || fault.service === "dynamodb", {
    path: ["kind"],
    message: "conflict is a kind of service dynamodb",
  })
  .refine((fault) => fault.service !== "lambda" || ["error", "throttle", "crash", "timeout"].includes(fault.kind), {
    path: ["kind"],
    message: "an invocation can meet error, throttle, crash or timeout",
  });

export type Fault = Readonly<z.output<typeof faultSchema>>;

/** What a request must say about itself to be matched. For streams, `operation` is the kind of fault that could strike. */
interface Occasion {
  readonly service: Fault["service"];
  readonly operation: string;
  readonly function?: string | undefined;
  readonly text: string;
}

export interface Faults {
  readonly inject: (fault: Fault) => void;
  /** The fault this occasion meets, if any; counts it as used. */
  readonly take: (occasion: Occasion) => Fault | undefined;
  /** Faults that have not struck as often as asked yet, with the number still to come. */
  readonly pending: () => readonly (Fault & { readonly left: number })[];
  readonly clear: () => void;
}

const matches = (fault: Fault, { service, operation, text, ...occasion }: Occasion): boolean =>
  fault.service === service &&
  (service !== "streams" || fault.kind === operation) &&
  (fault.operation ?? operation) === operation &&
  (fault.function === undefined || fault.function === occasion.function) &&
  (fault.containing === undefined || text.includes(fault.containing));

export function createFaults(): Faults {
  let armed: { readonly fault: Fault; skip: number; left: number }[] = [];
  return {
    inject: (fault) => {
      armed.push({ fault, skip: fault.after, left: fault.count });
    },
    take: (occasion) => {
      for (const entry of armed) {
        if (!matches(entry.fault, occasion)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        armed = armed.filter(({ left }) => left > 0);
        return entry.fault;
      }
      return undefined;
    },
    pending: () => armed.map(({ fault, left }) => ({ ...fault, left })),
    clear: () => {
      armed = [];
    },
  };
}
