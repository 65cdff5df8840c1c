import { expect, test } from "vitest";
import { isSpam } from "../../../shared/domain/intake/spam.ts";

test.each([
  [
    { firstName: "Erika", lastName: "Mustermann", message: "Siehe https://www.example.com/expose/17" },
    undefined,
    false,
  ],
  [{ firstName: "Erika" }, "  ", false],
  [{ firstName: "Erika" }, "x", true],
  [{ firstName: "WIN http://x.example" }, undefined, true],
  [{ lastName: "cheap-pills.top" }, undefined, true],
  [{ lastName: "Van.Der.Berg" }, undefined, false],
  [{ message: "look [url=http://x.example]here[/url]" }, undefined, true],
])("%j with hidden field %j: %s", (facts, honeypot, spam) => {
  expect(isSpam(facts, honeypot)).toBe(spam);
});
