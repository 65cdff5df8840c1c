import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareLeadId, shareLeadIds } from "../../../shared/domain/shares/share-lead-id.ts";
import { leadId } from "../../../shared/schemas/primitives.ts";

const character = fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ");
const parent = fc.array(character, { minLength: 16, maxLength: 16 }).map((random) => `ld_01KA6V8QJ3${random.join("")}`);

describe("the ids of shares", () => {
  it("are lead ids of the parent's time, all different, and no parent's of the same moment", () => {
    fc.assert(
      fc.property(parent, parent, (one, other) => {
        const ids = [one, other].flatMap((id) => shareLeadIds(id, { given: Array(10).fill({}) }));
        for (const id of ids) expect(leadId.safeParse(id).success).toBe(true);
        expect(ids.every((id) => id.startsWith("ld_01KA6V8QJ3"))).toBe(true);
        expect(new Set([...ids, one, other]).size).toBe(one === other ? 11 : 22);
      }),
    );
  });

  it("follow from the parent's alone, also for neighbours of one millisecond", () => {
    const neighbours = ["ld_01KA6V8QJ30000000000000000", "ld_01KA6V8QJ30000000000000001"];
    const ids = neighbours.flatMap((id) => [1, 2, 3].map((n) => shareLeadId(id, n)));
    expect(new Set([...ids, ...neighbours]).size).toBe(8);
    expect(shareLeadId(neighbours[0] ?? "", 2)).toBe(ids[1]);
  });
});
