import { expect, test } from "vitest";
import { verdictOf } from "../../../shared/domain/intake/verdict.ts";
import { leadStatus } from "../../../shared/schemas/lead/lead.ts";

const first = { commitId: "c", deadlines: {}, planVersion: 1 } as const;

test.each(leadStatus.options)("a lead that begins as %s", (status) => {
  const accepted = ["nurture", "offered", "accepted", "pooled", "queued"];
  const own = ["duplicate", "test"];
  const expected = accepted.includes(status) ? "accepted" : own.includes(status) ? status : "rejected";
  expect(verdictOf({ ...first, status })).toBe(expected);
});

test("a lead that waits for a plan is queued, one that waits for somebody to have room is accepted", () => {
  expect(verdictOf({ ...first, status: "queued", reason: "noPlan" })).toBe("queued");
  expect(verdictOf({ ...first, status: "queued", reason: "capacity" })).toBe("accepted");
});
