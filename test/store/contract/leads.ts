import { expect, test } from "vitest";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { LeadsPort, Page } from "../../../shared/usecases/ports/ports.ts";
import { accepted, body, days, leadId, minutes, monday, offered } from "../samples.ts";

export function leadsContract(fresh: () => Promise<{ readonly leads: LeadsPort }>): void {
  test("a lead that was never put is not there", async () => {
    const { leads } = await fresh();
    expect(await leads.state(leadId(1))).toBeUndefined();
    expect(await leads.body(leadId(1))).toBeUndefined();
    expect(await leads.load(leadId(1))).toBeUndefined();
    expect(await leads.token(leadId(1))).toBeUndefined();
    expect(await leads.link("abc")).toBeUndefined();
    expect(await leads.states([leadId(1)])).toEqual([]);
    expect(await leads.history(leadId(1))).toEqual([]);
  });

  test("BODY is put once; whoever comes later gets the one that stands", async () => {
    const { leads } = await fresh();
    expect(await leads.createBody(body(1))).toEqual(body(1));
    expect(await leads.createBody(body(1, { temperature: "cold" }))).toEqual(body(1));
    expect(await leads.body(leadId(1))).toEqual(body(1));
  });

  test("a BODY without STATE is not a lead yet", async () => {
    const { leads } = await fresh();
    await leads.createBody(body(1));
    expect(await leads.load(leadId(1), { consistent: true })).toBeUndefined();
    await leads.createState(offered(1));
    expect(await leads.load(leadId(1), { consistent: true })).toEqual({ state: offered(1), body: body(1) });
    expect(await leads.load(leadId(1))).toEqual({ state: offered(1), body: body(1) });
  });

  test("a lead loads whole beside a long history", async () => {
    const { leads } = await fresh();
    await leads.createBody(body(1));
    await leads.createState(offered(1));
    for (let to = 1; to <= 12; to++) {
      await leads.recordHistory({ leadId: leadId(1), from: to, to, events: offered(1).events.slice(0, 1) });
    }
    expect(await leads.load(leadId(1), { consistent: true })).toEqual({ state: offered(1), body: body(1) });
    expect(await leads.history(leadId(1))).toHaveLength(12);
  });

  test("BODY is replaced as a whole", async () => {
    const { leads } = await fresh();
    await leads.createBody(body(1));
    const { consent: _, ...erased } = body(1, { facts: {} });
    expect(await leads.replaceBody(0, { ...erased, revision: 1 })).toEqual({ done: true });
    expect(await leads.body(leadId(1))).toEqual({ ...erased, revision: 1 });
  });

  test("BODY is replaced only over the revision that was read; a repeat of the same write is done", async () => {
    const { leads } = await fresh();
    expect(await leads.replaceBody(0, body(1, { revision: 1 }))).toEqual({ done: false, current: undefined });
    await leads.createBody(body(1));
    const [first, second] = [body(1, { revision: 1 }), body(1, { revision: 2, checklist: { areas: "Mitte" } })];
    expect(await leads.replaceBody(0, first)).toEqual({ done: true });
    expect(await leads.replaceBody(0, first)).toEqual({ done: true });
    expect(await leads.replaceBody(1, second)).toEqual({ done: true });
    for (const late of [0, 1]) {
      const other = body(1, { revision: late + 1, checklist: { areas: "Pankow" } });
      expect(await leads.replaceBody(late, other)).toEqual({ done: false, current: second });
    }
    expect(await leads.body(leadId(1))).toEqual(second);
  });

  test("of two at once that replace BODY one is told what stands", async () => {
    const { leads } = await fresh();
    await leads.createBody(body(1));
    const writers = ["Mitte", "Pankow", "Wedding"].map((areas) => body(1, { revision: 1, checklist: { areas } }));
    const done = await Promise.all(writers.map((each) => leads.replaceBody(0, each)));
    const winner = writers[done.findIndex((each) => each.done)];
    expect(done.filter((each) => each.done)).toHaveLength(1);
    expect(done.filter((each) => !each.done)).toEqual([1, 2].map(() => ({ done: false, current: winner })));
    expect(await leads.body(leadId(1))).toEqual(winner);
  });

  test("STATE's first version is put once", async () => {
    const { leads } = await fresh();
    expect(await leads.createState(offered(1))).toEqual(offered(1));
    expect(await leads.createState(offered(1, { score: 1 }))).toEqual(offered(1));
  });

  test("states come in the order asked, those that are there", async () => {
    const { leads } = await fresh();
    for (const number of [1, 2, 3]) await leads.createState(offered(number));
    const asked = [leadId(3), leadId(9), leadId(1)];
    expect(await leads.states(asked, { consistent: true })).toEqual([offered(3), offered(1)]);
  });

  test("more states than one batch takes", async () => {
    const { leads } = await fresh();
    const all = Array.from({ length: 130 }, (_, index) => offered(index));
    await Promise.all(all.map((state) => leads.createState(state)));
    expect(await leads.states(all.map((state) => state.leadId))).toEqual(all);
  });

  test("a commit replaces the version it was decided on", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1));
    expect(await leads.commit(2, accepted(1))).toEqual({ done: true });
    expect(await leads.state(leadId(1))).toEqual(accepted(1));
  });

  test("a commit on an older version answers the lead as it stands", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1));
    await leads.commit(2, accepted(1));
    const late = accepted(1, { commitId: "another", ownerId: "bernd" });
    expect(await leads.commit(2, late)).toEqual({ done: false, current: accepted(1) });
    expect(await leads.state(leadId(1))).toEqual(accepted(1));
  });

  test("a commit to a lead that is not there is not done", async () => {
    const { leads } = await fresh();
    expect(await leads.commit(2, accepted(1))).toEqual({ done: false, current: undefined });
    expect(await leads.state(leadId(1))).toBeUndefined();
  });

  test("a repeated commit recognises its own earlier write", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1));
    await leads.commit(2, accepted(1));
    expect(await leads.commit(2, accepted(1))).toEqual({ done: true });
  });

  test("of many commits on one version, one is done", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1));
    const rivals = Array.from({ length: 32 }, (_, index) => accepted(1, { commitId: `rival-${index}` }));
    const outcomes = await Promise.all(rivals.map((rival) => leads.commit(2, rival)));
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
    const winner = rivals[outcomes.findIndex((outcome) => outcome.done)];
    expect(await leads.state(leadId(1))).toEqual(winner);
    for (const outcome of outcomes) if (!outcome.done) expect(outcome.current).toEqual(winner);
  });

  test("the token of a later cycle is not overwritten by one of an ended cycle", async () => {
    const { leads } = await fresh();
    const token = { leadId: leadId(1), token: "t1", wait: 1, cycle: 1, at: "AwaitAcceptance" as const };
    await leads.putToken(token);
    expect(await leads.token(leadId(1))).toEqual(token);
    await leads.putToken({ ...token, token: "t2", wait: 5, cycle: 2 });
    await leads.putToken({ ...token, token: "late" });
    expect(await leads.token(leadId(1))).toEqual({ ...token, token: "t2", wait: 5, cycle: 2 });
    await leads.putToken({ ...token, token: "t3", wait: 6, cycle: 2, at: "HoldOwnership" });
    expect(await leads.token(leadId(1))).toMatchObject({ token: "t3", at: "HoldOwnership" });
  });

  test("a link is found by its token's hash", async () => {
    const { leads } = await fresh();
    const link = { leadId: leadId(1), agentId: "anna-schmidt", cycle: 1 };
    await leads.putLink("abc", link);
    await leads.putLink("abc", link);
    expect(await leads.link("abc")).toEqual(link);
    expect(await leads.link("abd")).toBeUndefined();
  });

  test("history is recorded once and read in order", async () => {
    const { leads } = await fresh();
    const item = (from: number, to: number) => ({ leadId: leadId(1), from, to, events: accepted(1).events });
    expect(await leads.recordHistory(item(11, 12))).toBe(true);
    expect(await leads.recordHistory(item(1, 2))).toBe(true);
    expect(await leads.recordHistory(item(1, 2))).toBe(false);
    expect(await leads.history(leadId(1))).toEqual([item(1, 2), item(11, 12)]);
  });

  test("progress tells what is recorded, and the token", async () => {
    const { leads } = await fresh();
    const id = leadId(1);
    const token = { leadId: id, token: "t1", wait: 1, cycle: 1, at: "AwaitAcceptance" as const };
    const record = (from: number, to: number) =>
      leads.recordHistory({ leadId: id, from, to, events: offered(1).events });
    expect(await leads.progress(id, 0, 2)).toEqual({ recorded: false, previousRecorded: true });
    expect(await leads.progress(id, 2, 3)).toEqual({ recorded: false, previousRecorded: false });
    await leads.createState(offered(1));
    await record(1, 2);
    await leads.putToken(token);
    expect(await leads.progress(id, 0, 2)).toEqual({ recorded: true, previousRecorded: true, token });
    expect(await leads.progress(id, 2, 3)).toEqual({ recorded: false, previousRecorded: true, token });
    expect(await leads.progress(id, 3, 4)).toEqual({ recorded: false, previousRecorded: false, token });
    await record(3, 3);
    expect(await leads.progress(id, 2, 3)).toEqual({ recorded: true, previousRecorded: true, token });
  });

  test("leads are listed by status, longest waiting first, and leave the list with the status", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1, { since: monday + 2 }));
    await leads.createState(offered(2, { since: monday + 1 }));
    await leads.createState(offered(3, { since: monday + 3 }));
    expect(await all((page) => leads.listByStatus("offered", page))).toEqual([leadId(2), leadId(1), leadId(3)]);
    await leads.commit(2, accepted(1));
    expect(await all((page) => leads.listByStatus("offered", page))).toEqual([leadId(2), leadId(3)]);
    expect(await all((page) => leads.listByStatus("accepted", page))).toEqual([leadId(1)]);
  });

  test("leads can be listed from an instant on, page by page", async () => {
    const { leads } = await fresh();
    for (const [number, since] of [7, 3, 5, 9].entries()) {
      await leads.createState(offered(number, { since: monday + since }));
    }
    const from = { since: monday + 5 };
    expect(await all((page) => leads.listByStatus("offered", { ...page, ...from }))).toEqual([2, 0, 3].map(leadId));
    expect((await leads.listByStatus("offered", { limit: 1, ...from })).items).toEqual([leadId(2)]);
    expect(await leads.listByStatus("offered", { limit: 9, since: monday + 10 })).toEqual({ items: [] });
  });

  test("queued leads are listed by arrival, whenever they were queued", async () => {
    const { leads } = await fresh();
    const queued = (number: number, receivedAt: number, since: number): LeadState =>
      offered(number, { status: "queued", receivedAt, since });
    await leads.createState(queued(1, monday + 9, monday + 10));
    await leads.createState(queued(2, monday, monday + 99));
    expect(await all((page) => leads.listByStatus("queued", page))).toEqual([leadId(2), leadId(1)]);
  });

  test("an owner's live leads are listed by assignment, whatever their status", async () => {
    const { leads } = await fresh();
    const of = (number: number, more: Partial<LeadState>) => leads.createState(accepted(number, more));
    await of(1, { assignedAt: monday + 3, status: "contacted" });
    await of(2, { assignedAt: monday + 1, since: monday + 9 });
    await of(3, { assignedAt: monday + 2, status: "converted" });
    await of(4, { assignedAt: monday + 2, ownerId: "bernd" });
    await leads.createState(offered(5));
    expect(await all((page) => leads.listByOwner("anna-schmidt", page))).toEqual([leadId(2), leadId(1)]);
  });

  test("a source's leads are listed by month of arrival", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1, { receivedAt: monday + minutes(1) }));
    await leads.createState(offered(2, { receivedAt: monday }));
    await leads.createState(offered(3, { receivedAt: monday + days(30) }));
    await leads.createState(offered(4, { sourceId: "portal" }));
    const november = await all((page) => leads.listBySource("website-contact", "2026-11", page));
    expect(november).toEqual([leadId(2), leadId(1)]);
  });

  test("a list goes on where its page ended, without gap or repeat, also for equal ranks", async () => {
    const { leads } = await fresh();
    for (let number = 0; number < 7; number++) await leads.createState(offered(number));
    const first = await leads.listByStatus("offered", { limit: 3 });
    expect(first.items).toHaveLength(3);
    expect(first.nextCursor).toMatch(/^[\w-]+$/);
    expect(await all((page) => leads.listByStatus("offered", page))).toEqual(
      Array.from({ length: 7 }, (_, number) => leadId(number)),
    );
  });

  test("a cursor of no list of ours gives an empty page", async () => {
    const { leads } = await fresh();
    await leads.createState(offered(1));
    expect(await leads.listByStatus("offered", { limit: 3, cursor: "bm90IGEgcmFuaw" })).toEqual({ items: [] });
  });
}

async function all(list: (page: { limit: number; cursor?: string }) => Promise<Page<string>>): Promise<string[]> {
  const items: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 3, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}
