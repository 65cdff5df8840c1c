import { describe, expect, test } from "vitest";
import { holderOf } from "../../../shared/domain/lifecycle/holder.ts";
import { answered, erika, heldBy, openDesk, person, post, usualLead } from "./intake-desk.ts";
import { oneProcess } from "./one-process.ts";

const key = "k-1";
const lead = { ...erika, externalId: "77" };

/** How many calls a post makes that nothing disturbs. */
async function undisturbed(): Promise<readonly string[]> {
  const ports = await openDesk();
  const process = oneProcess(ports);
  await answered(post(process.ports, lead, { key }));
  return process.calls;
}

const steps = (await undisturbed()).map((call, index) => ({ call, at: index + 1 }));
const deaths = steps.flatMap((step) => [
  { ...step, when: "before" as const },
  { ...step, when: "after" as const },
]);

describe.each(deaths)("intake dies $when call $at, $call", ({ at, when }) => {
  test("a repeat with the same key makes the one lead, and nothing is left half-written", async () => {
    const ports = await openDesk();
    await expect(post(oneProcess(ports, { at, when }).ports, lead, { key })).rejects.toThrow("dead");
    ports.clock.advance(31_000);
    const repeats = await Promise.all(Array.from({ length: 5 }, () => post(ports, lead, { key })));
    const answers = repeats.flatMap((each) => (each.outcome === "answered" ? [each.answer] : []));
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(ports.commits).toHaveLength(1);
    const state = ports.commits[0]?.next;
    const holder = state && holderOf(state);
    expect(await heldBy(ports)).toEqual({ [holder ?? ""]: [state?.leadId] });
  });

  test("a young repeat is answered, or told to come again; later it is answered", async () => {
    const ports = await openDesk();
    await expect(post(oneProcess(ports, { at, when }).ports, lead, { key })).rejects.toThrow("dead");
    const young = await post(ports, lead, { key });
    expect(["answered", "inProgress", "busy"]).toContain(young.outcome);
    ports.clock.advance(31_000);
    await answered(post(ports, lead, { key }));
    expect(ports.commits).toHaveLength(1);
  });

  test("a post of the same person without the key is not stuck behind the dead one", async () => {
    const ports = await openDesk();
    await expect(post(oneProcess(ports, { at, when }).ports, lead, { key })).rejects.toThrow("dead");
    const young = await post(ports, erika);
    expect(["answered", "busy"]).toContain(young.outcome);
    ports.clock.advance(31_000);
    await answered(post(ports, erika));
    const live = ports.commits.filter(({ next }) => next.status === "offered");
    expect(live).toHaveLength(1);
  });
});

test("a failure that the process survives lets the repeat go on at once", async () => {
  const ports = await openDesk();
  ports.failNext("leads", "createBody", "throttle");
  await expect(post(ports, lead, { key })).rejects.toThrow("throttled");
  await answered(post(ports, lead, { key }));
  expect(ports.commits).toHaveLength(1);
  expect(Object.values(await heldBy(ports)).flat()).toHaveLength(1);
});

test("a post that met a busy person can be repeated with its key", async () => {
  const ports = await openDesk();
  const counted = oneProcess(await openDesk());
  await answered(post(counted.ports, erika));
  const at = counted.calls.indexOf("leads.createBody") + 1;
  await expect(post(oneProcess(ports, { at, when: "before" }).ports, erika)).rejects.toThrow("dead");
  expect(await post(ports, erika, { key })).toEqual({ outcome: "busy" });
  ports.clock.advance(31_000);
  expect((await answered(post(ports, erika, { key }))).verdict).toBe("accepted");
});

test("a usual lead takes at most 8 round trips and 12 write units", async () => {
  const ports = await openDesk({ agents: Array.from({ length: 15 }, (_, index) => `agent-${index}`) });
  const process = oneProcess(ports);
  await answered(post(process.ports, person(1)));
  const earlier = process.calls.length;
  const { leadId } = await answered(post(process.ports, usualLead, { key }));
  const state = await ports.leads.state(leadId);
  const body = await ports.leads.body(leadId);
  const kilobytes = (item: unknown) => Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1024);
  expect(process.calls.slice(earlier)).toEqual([
    "config.current",
    "intake.claim",
    "intake.mark",
    "intake.mark",
    "rotation.draw",
    "loads.reserve",
    "leads.createBody",
    "leads.createState",
  ]);
  const indexes = 3;
  const units = 5 + kilobytes(body) + kilobytes(state) + indexes;
  expect(kilobytes(body)).toBeLessThanOrEqual(2);
  expect(kilobytes(state)).toBe(1);
  expect(units).toBeLessThanOrEqual(12);
});
