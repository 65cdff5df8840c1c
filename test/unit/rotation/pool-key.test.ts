import { describe, expect, it } from "vitest";
import { inPoolOrder, poolKeyOf } from "../../../shared/domain/rotation/pool-key.ts";
import { counts } from "./life.ts";

describe("poolKeyOf", () => {
  it("is the rule's id alone without filter values, and does not depend on their order", () => {
    expect(poolKeyOf("local")).toBe("local");
    expect(poolKeyOf("local", { language: "de", area: "mitte" })).toBe("local:area=mitte:language=de");
    expect(poolKeyOf("local", { area: "mitte", language: "de" })).toBe("local:area=mitte:language=de");
  });

  it("keeps apart values that hold its own signs", () => {
    expect(poolKeyOf("r", { skill: "a:b=c" })).not.toBe(poolKeyOf("r", { skill: "a", b: "c" }));
    expect(poolKeyOf("r", { skill: "a#b" })).not.toContain("#");
  });
});

describe("inPoolOrder", () => {
  const team = ["A", "B", "C"];

  it("is the documented order for the pool of a rule", () => {
    expect(inPoolOrder("local", team)).toEqual(team);
  });

  it("keeps the order but begins elsewhere for a derived pool, evenly over many pools", () => {
    const firsts = Array.from({ length: 3_000 }, (_, i) => {
      const order = inPoolOrder(poolKeyOf("local", { area: `area-${i}` }), team);
      expect("ABCABC").toContain(order.join(""));
      return order[0] ?? "";
    });
    for (const count of Object.values(counts(firsts))) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});
