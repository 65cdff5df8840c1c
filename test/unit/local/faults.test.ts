import { describe, expect, it } from "vitest";
import { createFaults, faultSchema } from "../../../infra/local/faults.ts";

const put = { service: "dynamodb", operation: "PutItem", text: "LEAD#1", function: "Intake" } as const;
const faultsWith = (...given: object[]) => {
  const faults = createFaults();
  for (const fault of given) faults.inject(faultSchema.parse(fault));
  return faults;
};

describe("faults", () => {
  it("strikes the asked number of times, after letting the asked number pass", () => {
    const faults = faultsWith({ service: "dynamodb", kind: "error", after: 1, count: 2 });
    const struck = Array.from({ length: 5 }, () => faults.take(put) !== undefined);
    expect(struck).toEqual([false, true, true, false, false]);
  });

  it.each([
    [{ operation: "GetItem" }, false],
    [{ function: "Stream" }, false],
    [{ containing: "LEAD#2" }, false],
    [{ operation: "PutItem", function: "Intake", containing: "LEAD#1" }, true],
  ])("matches %j: %s", (only, expected) => {
    expect(faultsWith({ service: "dynamodb", kind: "error", ...only }).take(put) !== undefined).toBe(expected);
  });

  it("does not count what does not match", () => {
    const faults = faultsWith({ service: "dynamodb", kind: "error", after: 1, operation: "PutItem" });
    faults.take({ ...put, operation: "GetItem" });
    expect(faults.take(put)).toBeUndefined();
    expect(faults.take(put)).toBeDefined();
  });

  it("strikes a stream only with the kind asked for", () => {
    const faults = faultsWith({ service: "streams", kind: "duplicate" }, { service: "streams", kind: "reorder" });
    expect(faults.take({ service: "streams", operation: "reorder", text: "" })?.kind).toBe("reorder");
    expect(faults.take({ service: "streams", operation: "reorder", text: "" })).toBeUndefined();
    expect(faults.pending().map(({ kind }) => kind)).toEqual(["duplicate"]);
  });

  it.each([
    { service: "sns", kind: "conflict" },
    { service: "lambda", kind: "loseReply" },
    { service: "streams", kind: "error" },
    { service: "dynamodb", kind: "error", operations: "PutItem" },
  ])("refuses %j", (fault) => {
    expect(faultSchema.safeParse(fault).success).toBe(false);
  });
});
