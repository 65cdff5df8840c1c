import { describe, expect, it } from "vitest";
import { sharingText, sharingWords } from "../../../shared/domain/shares/sharing-text.ts";
import type { LeadBody } from "../../../shared/schemas/lead/lead.ts";

const body = (given: Partial<LeadBody>): LeadBody => ({
  leadId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H0",
  sourceId: "website",
  receivedAt: 0,
  facts: {},
  score: { total: 50, parts: [] },
  temperature: "warm",
  first: { commitId: "1", status: "offered", deadlines: {}, planVersion: 1 },
  ...given,
});
const share = { parentId: "ld_01KA6V8QJ3M5T7W9Y2B4D6F8H1", shareId: "1", among: 3, poolRule: "all" };

describe("what recipients are told", () => {
  it.each([
    [{}, undefined, undefined],
    [{ exclusivity: "exclusive" as const }, "exklusiv", "exclusive"],
    [{ exclusivity: "shared" as const }, "geteilt", "shared"],
    [{ share }, "geteilt, 3 Empfänger", "shared, 3 recipients"],
    [{ share: { ...share, among: 1 }, exclusivity: "exclusive" as const }, "exklusiv", "exclusive"],
  ])("of %j is %s", (given, german, english) => {
    expect(sharingWords(body(given), "de")).toBe(german);
    expect(sharingText(body(given), "en")).toBe(english === undefined ? "" : ` (${english})`);
  });
});
