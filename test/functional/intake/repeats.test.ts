import { describe, expect, test } from "vitest";
import { addSource, answered, erika, heldBy, openDesk, person, post } from "./intake-desk.ts";

const key = '"k-1"';
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

test("the same key gets the same answer, whatever order the fields are in", async () => {
  const ports = await openDesk();
  const first = await post(ports, { email: "a@example.com", firstName: "A" }, { key });
  ports.clock.advance(23 * 3_600_000);
  const again = await post(ports, { firstName: "A", email: "a@example.com" }, { key: "k-1" });
  expect(first).toMatchObject({ outcome: "answered", fresh: true });
  expect(again).toEqual({ ...first, fresh: false });
  expect(ports.commits).toHaveLength(1);
});

test("the same key with another body is refused; with another source it is another key", async () => {
  const ports = await openDesk();
  await addSource(ports, "website");
  await answered(post(ports, person(1), { key }));
  expect(await post(ports, person(2), { key })).toEqual({ outcome: "keyReused" });
  expect(await post(ports, person(2), { key, sourceId: "website" })).toMatchObject({ fresh: true });
});

test("a day later the key is free again", async () => {
  const ports = await openDesk();
  await answered(post(ports, person(1), { key }));
  ports.clock.advance(24 * 3_600_000);
  expect(await post(ports, person(2), { key })).toMatchObject({ fresh: true });
});

test("the sender's own id is the same lead, also with other facts", async () => {
  const ports = await openDesk();
  const first = await answered(post(ports, { ...person(1), externalId: "77" }));
  ports.clock.advance(30 * 86_400_000);
  expect(await answered(post(ports, { ...person(2), externalId: "77" }))).toEqual(first);
});

test("a new key for a known id stands for that lead from then on", async () => {
  const ports = await openDesk();
  const first = await answered(post(ports, { ...person(1), externalId: "77" }));
  expect(await answered(post(ports, { ...person(1), externalId: "77" }, { key }))).toEqual(first);
  expect(await answered(post(ports, { ...person(1), externalId: "77" }, { key }))).toEqual(first);
});

test("an unreadable key is refused", async () => {
  const ports = await openDesk();
  expect(await post(ports, erika, { key: " " })).toEqual({ outcome: "badKey" });
});

describe.each(seeds)("40 equal posts at once (order %i)", (seed) => {
  test.each([
    ["one key", { key }, {}],
    ["one externalId", {}, { externalId: "77" }],
    ["both", { key }, { externalId: "77" }],
  ])("with %s make one lead; every answer is equal", async (_, options, fields) => {
    const ports = await openDesk({ seed });
    const posts = Array.from({ length: 40 }, () => post(ports, { ...erika, ...fields }, options));
    const results = await Promise.all(posts);
    const answers = results.filter((each) => each.outcome === "answered");
    expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(results.filter(({ outcome }) => outcome !== "answered" && outcome !== "inProgress")).toEqual([]);
    expect(ports.commits).toHaveLength(1);
    expect(Object.values(await heldBy(ports)).flat()).toHaveLength(1);
  });

  test("of one person from two sources make one lead, the others linked to it", async () => {
    const ports = await openDesk({ seed });
    await addSource(ports, "website");
    const posts = Array.from({ length: 40 }, (_, index) =>
      post(ports, index % 2 ? { ...erika, email: `other-${index}@example.com` } : erika, {
        sourceId: index % 3 ? "portal" : "website",
      }),
    );
    const results = await Promise.all(posts);
    const answers = results.flatMap((each) => (each.outcome === "answered" ? [each.answer] : []));
    const [lead, ...others] = answers.filter(({ verdict }) => verdict === "accepted");
    expect(others).toEqual([]);
    const linked = answers.filter(({ verdict }) => verdict === "duplicate");
    expect(linked.length).toBe(answers.length - 1);
    expect(linked.length).toBeGreaterThan(0);
    for (const each of linked) expect(each.duplicateOf).toBe(lead?.leadId);
    expect(Object.values(await heldBy(ports)).flat()).toEqual([lead?.leadId]);
  });
});
