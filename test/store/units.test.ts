import { readFileSync } from "node:fs";
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemSize } from "../../infra/local/dynamodb/item-size.ts";
import { createStore } from "../../shared/store/store.ts";
import { countUnits, type Units } from "../support/consumed-capacity.ts";
import { startDynamoDbLocal, type TestDatabase } from "../support/dynamodb-local.ts";
import { figuresOf, proposalOf, reviewOf } from "./contract/figures.ts";
import { accepted, anna, body, days, epoch, leadId, minutes, monday, offered, plan, website } from "./samples.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynamoDbLocal();
});
afterAll(() => database.stop());

/** Label → cost, as the last two columns of the tables in the document say it. */
function documented(): Map<string, string> {
  const text = readFileSync(new URL("../../docs/access-patterns.md", import.meta.url), "utf8");
  const rows = text.split("\n").filter((line) => /^\| `\w+\./.test(line));
  return new Map(
    rows.map((row) => {
      const cells = row.split("|").map((cell) => cell.trim());
      return [cells[1]?.replaceAll("`", "") ?? "", cells.at(-2) ?? ""];
    }),
  );
}

async function sizeOf(client: DynamoDBDocumentClient, TableName: string, pk: string, sk: string): Promise<number> {
  const { Item = {} } = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }));
  const size = itemSize(
    Object.fromEntries(Object.entries(Item).map(([attribute, value]) => [attribute, { ...value }])),
  );
  if (process.env.SHOW_UNITS) console.log(pk, sk, size);
  return size;
}

function text({ reads, writes }: Units): string {
  return [...(reads > 0 ? [`${reads} R`] : []), ...(writes > 0 ? [`${writes} W`] : [])].join(" + ");
}

test("every operation costs what the table of access patterns says", async () => {
  const { client, name } = await database.table();
  const units = countUnits(client);
  const { leads, loads, picks, rotation, intake, config, figures } = createStore(client, name);
  const measured = new Map<string, string>();
  const measure = async (label: string, work: () => Promise<unknown>) => {
    units.since();
    await work();
    measured.set(label, text(units.since()));
  };
  const page = { limit: 25 };
  const token = { leadId: leadId(1), token: "t".repeat(700), wait: 1, cycle: 1, at: "AwaitAcceptance" } as const;
  const attempt = accepted(1, { version: 4, commitId: "attempt", attempts: { count: 1, first: monday, last: monday } });
  const contacted = accepted(1, { version: 5, commitId: "contact", status: "contacted", since: monday + minutes(9) });
  const won = accepted(1, { version: 6, commitId: "won", status: "converted", since: monday + days(20) });
  const claim = { leadId: leadId(1), bodyHash: "h".repeat(43), at: monday };
  const claimKey = { sourceId: "website-contact", kind: "key", value: "k" } as const;
  const mark = { leadId: leadId(1), at: monday, until: monday + days(90) };
  const pool = "buyers-berlin|area=berlin-friedrichshain";
  const next = { rosterId: "r".repeat(22), validUntil: monday + days(1) };

  await measure("leads.createBody", () => leads.createBody(body(1)));
  await measure("leads.replaceBody", () => leads.replaceBody(0, body(1, { revision: 1 })));
  await measure("leads.replaceBody (refused)", () => leads.replaceBody(0, body(1, { revision: 1, areas: [] })));
  await measure("leads.createState", () => leads.createState(offered(1)));
  await measure("leads.commit (taken by an owner)", () => leads.commit(2, accepted(1)));
  await measure("leads.commit (same status and owner)", () => leads.commit(3, attempt));
  await measure("leads.commit (next status)", () => leads.commit(4, contacted));
  await measure("leads.listByOwner", () => leads.listByOwner("anna-schmidt", page));
  await measure("leads.commit (final)", () => leads.commit(5, won));
  await measure("leads.commit (refused)", () => leads.commit(5, { ...won, commitId: "late" }));
  await measure("leads.recordHistory", () =>
    leads.recordHistory({ leadId: leadId(1), from: 1, to: 2, events: offered(1).events }),
  );
  await leads.recordHistory({ leadId: leadId(1), from: 3, to: 3, events: accepted(1).events });
  await measure("leads.putToken", () => leads.putToken(token));
  await measure("leads.putLink", () => leads.putLink("f".repeat(64), { leadId: leadId(1), agentId: "anna", cycle: 1 }));
  await measure("leads.state", () => leads.state(leadId(1)));
  await measure("leads.load", () => leads.load(leadId(1)));
  await measure("leads.load (consistent)", () => leads.load(leadId(1), { consistent: true }));
  await measure("leads.states (each)", () => leads.states([leadId(1)]));
  await measure("leads.body", () => leads.body(leadId(1)));
  await measure("leads.token", () => leads.token(leadId(1)));
  await measure("leads.link", () => leads.link("f".repeat(64)));
  await measure("leads.history", () => leads.history(leadId(1)));
  await measure("leads.progress", () => leads.progress(leadId(1), 2, 3));
  await measure("leads.claimRecipient", () => leads.claimRecipient(leadId(1), "anna-schmidt", "1"));
  await measure("leads.claimRecipient (refused)", () => leads.claimRecipient(leadId(1), "anna-schmidt", "2"));
  await measure("leads.recipients", () => leads.recipients(leadId(1)));
  await measure("leads.listByStatus", () => leads.listByStatus("converted", page));
  await measure("leads.listBySource", () => leads.listBySource("website-contact", "2026-11", page));

  await measure("loads.reserve", () => loads.reserve("anna-schmidt", leadId(1), 15));
  await measure("loads.reserve (full)", () => loads.reserve("anna-schmidt", leadId(2), 1));
  await measure("loads.held (each)", () => loads.held(["anna-schmidt"]));
  await measure("loads.heldWithRevision", () => loads.heldWithRevision("anna-schmidt"));
  await measure("loads.releaseIfUnchanged", () => loads.releaseIfUnchanged("anna-schmidt", leadId(2), 1));
  await measure("loads.release", () => loads.release("anna-schmidt", leadId(1)));

  // A busy week: every claim of a quota of 40.
  const claims = Array.from({ length: 40 }, (_, n) => ({ leadId: leadId(n), at: monday, temperature: "hot" as const }));
  const busy = { agentId: "anna-schmidt", revision: 1, claims, misses: [] };
  await measure("picks.replacePicks", () => picks.replacePicks(0, busy));
  await measure("picks.replacePicks (refused)", () => picks.replacePicks(0, { ...busy, claims: [] }));
  await measure("picks.picksOf", () => picks.picksOf("anna-schmidt"));
  await measure("picks.picksOfAll (each)", () => picks.picksOfAll(["anna-schmidt"]));

  await measure("rotation.putEpoch (10 members)", () => rotation.putEpoch(pool, epoch(1, 10)));
  await measure("rotation.openEpoch", () => rotation.openEpoch(pool, 0, next));
  await measure("rotation.draw", () => rotation.draw(pool, 1, monday));
  await measure("rotation.draw (refused)", () => rotation.draw(pool, 2, monday));
  await measure("rotation.sequence", () => rotation.sequence(pool));
  await measure("rotation.epoch", () => rotation.epoch(pool, 1, "roster-1"));
  await measure("rotation.recordGone", () =>
    rotation.recordGone(pool, { epoch: 1, n: 1, agentId: "anna-schmidt", reason: "capacity" }),
  );
  const taker = { agentId: "anna-schmidt", leadId: leadId(1), at: monday };
  await measure("rotation.noteTaker", () => rotation.noteTaker(pool, taker, undefined));
  await measure("rotation.lastTaker", () => rotation.lastTaker(pool));
  await measure("rotation.noteExtraTurn", () =>
    rotation.noteExtraTurn(pool, { leadId: leadId(1), agentId: "anna-schmidt", epoch: 1 }),
  );
  for (let n = 1; n < 199; n++) await rotation.recordUsed(pool, 1, [n]);
  await measure("rotation.recordUsed (each 200)", () => rotation.recordUsed(pool, 1, [199]));
  await measure("rotation.used", () => rotation.used(pool, 1));
  await measure("rotation.gone", () => rotation.gone(pool, 1));

  await measure("intake.claim", () => intake.claim(claimKey, claim, monday + days(1)));
  await measure("intake.claimed", () => intake.claimed(claimKey, monday));
  await measure("intake.takeOver", () => intake.takeOver(claimKey, claim, { ...claim, leadId: leadId(2) }));
  await measure("intake.mark", () => intake.mark("email", "h".repeat(43), mark));
  await measure("intake.mark (known person)", () =>
    intake.mark("email", "h".repeat(43), { ...mark, leadId: leadId(2) }),
  );
  await measure("intake.mark (after an expired one)", () =>
    intake.mark("email", "h".repeat(43), { leadId: leadId(2), at: monday + days(91), until: monday + days(181) }),
  );
  await measure("intake.marked", () => intake.marked("email", "h".repeat(43)));
  await measure("intake.countUpTo", () => intake.countUpTo("website#2026-11-23", 100, monday + days(2)));

  const agents = new Map([["anna-schmidt", figuresOf("anna-schmidt")]]);
  await measure("figures.save (one agent)", () => figures.save(agents));
  await measure("figures.recordReview", () => figures.recordReview(reviewOf("anna-schmidt", "2026-Q3")));
  await measure("figures.review", () => figures.review("anna-schmidt"));
  await measure("figures.reviews", () => figures.reviews());
  await measure("figures.propose", () => figures.propose(proposalOf("anna-schmidt")));
  await measure("figures.proposal", () => figures.proposal("2026-q3-anna-schmidt"));
  await measure("figures.proposals", () => figures.proposals());
  await measure("figures.decideProposal", () =>
    figures.decideProposal("2026-q3-anna-schmidt", { status: "confirmed", actor: "agent:mia", at: monday }),
  );

  await measure("config.savePlan", () => config.savePlan(plan(), undefined));
  await measure("config.saveAgent (new team)", () => config.saveAgent("anna-schmidt", anna(), 0));
  await measure("config.saveAgent", () => config.saveAgent("anna-schmidt", anna({ order: 1 }), 1));
  await measure("config.saveTeam", () => config.saveTeam("berlin", { name: "Berlin" }, undefined));
  await measure("config.addTimeOff", () =>
    config.addTimeOff({ timeOffId: "o1", agentId: "anna-schmidt", from: monday, to: monday + days(1) }),
  );
  await measure("config.saveSource", () => config.saveSource("website", website(), 0));
  await measure("config.saveArea", () => config.saveArea("mitte", { name: "Mitte", postalCodes: ["101*"] }, 0));
  await measure("config.putSourceKey", () =>
    config.putSourceKey("f".repeat(64), { sourceId: "website", createdAt: monday }),
  );
  await measure("config.current (cold)", () => config.current());
  await measure("config.current", () => config.current());
  await measure("config.currentWithKey", () => config.currentWithKey("f".repeat(64)));
  await measure("config.currentWithKey (known key)", () => config.currentWithKey("f".repeat(64)));
  const { agents: team } = await config.current();
  const standing = team.get("anna-schmidt");
  const later = { ...proposalOf("anna-schmidt"), proposalId: "2026-q4-anna-schmidt" };
  await figures.propose(later);
  await measure(
    "figures.confirmProposal",
    async () => standing && figures.confirmProposal(later, { actor: "agent:mia", at: monday }, standing),
  );
  await measure("config.sourceKey", () => config.sourceKey("f".repeat(64)));
  await measure("config.sourceKeys", () => config.sourceKeys("website"));
  await measure("config.planVersion", () => config.planVersion(1));
  await measure("config.planVersions", () => config.planVersions(page));
  await measure("config.deleteTimeOff", () => config.deleteTimeOff("anna-schmidt", "o1"));
  await measure("config.deleteAgent", () => config.deleteAgent("anna-schmidt"));
  await measure("config.deleteTeam", () => config.deleteTeam("berlin"));
  await measure("config.deleteSource", () => config.deleteSource("website"));
  await measure("config.deleteArea", () => config.deleteArea("mitte"));

  if (process.env.SHOW_UNITS) console.log(Object.fromEntries(measured));
  expect(Object.fromEntries(measured)).toEqual(Object.fromEntries(documented()));
});

test("a typical STATE stays within one write unit, a typical BODY within two", async () => {
  const { client, name } = await database.table();
  const { leads } = createStore(client, name);
  const key = { key: "k".repeat(22), body: "b".repeat(22), at: monday };
  const states = {
    offered: offered(1),
    accepted: accepted(1),
    "tried by five": accepted(1, {
      tried: ["anna-schmidt", "bernd-maier", "carla-vogel", "dieter-kraus", "emil-wagner"],
    }),
    "with two keys": accepted(1, { keys: [key, key] }),
  };
  for (const [what, state] of Object.entries(states)) {
    await leads.createState(state);
    expect(await sizeOf(client, name, `LEAD#${state.leadId}`, "STATE"), what).toBeLessThanOrEqual(1024);
    await client.send(new DeleteCommand({ TableName: name, Key: { pk: `LEAD#${state.leadId}`, sk: "STATE" } }));
  }
  await leads.createBody(body(1));
  expect(await sizeOf(client, name, `LEAD#${leadId(1)}`, "BODY")).toBeLessThanOrEqual(2048);
});

test("a cold container reads the configuration once, however many requests arrive together", async () => {
  const { client, name } = await database.table();
  const admin = createStore(client, name).config;
  await admin.savePlan(plan(), 0);
  await admin.saveAgent("anna", anna(), 0);
  await admin.saveSource("website", website(), 0);
  await admin.saveArea("mitte", { name: "Mitte" }, 0);
  const units = countUnits(client);
  const { config } = createStore(client, name);
  await Promise.all(Array.from({ length: 8 }, () => config.current()));
  expect(units.since()).toEqual({ reads: 8 + 4, writes: 0, roundTrips: 8 + 4 });
  await admin.saveArea("mitte", { name: "Berlin-Mitte" }, undefined);
  units.since();
  expect((await config.current()).areas.get("mitte")?.name).toBe("Berlin-Mitte");
  expect(units.since()).toEqual({ reads: 2, writes: 0, roundTrips: 2 });
  expect((await config.currentWithKey("f")).config).toEqual(await admin.current());
});
