import { expect, test } from "vitest";
import { buyerInput } from "../../../shared/schemas/buyer.ts";
import type { ConfigPort } from "../../../shared/usecases/ports/ports.ts";
import { anna, days, monday, plan, website } from "../samples.ts";

const off = (timeOffId: string, agentId = "anna") => ({ timeOffId, agentId, from: monday, to: monday + days(7) });
const key = (sourceId: string, createdAt = monday) => ({ sourceId, createdAt });

export function configContract(fresh: () => Promise<{ readonly config: ConfigPort }>): void {
  test("nothing configured", async () => {
    const { config } = await fresh();
    expect(await config.current()).toEqual({
      planVersion: 0,
      teamVersion: 0,
      plan: undefined,
      agents: new Map(),
      teams: new Map(),
      timeOff: [],
      sources: new Map(),
      areas: new Map(),
      buyers: new Map(),
      figures: new Map(),
    });
    expect(await config.planVersion(1)).toBeUndefined();
    expect(await config.planVersions({ limit: 5 })).toEqual({ items: [] });
  });

  test("a plan gets the next version and is current at once; the ones before stay", async () => {
    const { config } = await fresh();
    const saved = await config.savePlan(plan(), undefined);
    expect(saved).toEqual({ saved: true, item: { ...plan(), version: 1 }, created: true });
    const next = await config.savePlan(plan({ capacity: 7 }), 1);
    expect(next).toEqual({ saved: true, item: { ...plan({ capacity: 7 }), version: 2 }, created: false });
    const current = await config.current();
    expect(current.planVersion).toBe(2);
    expect(current.plan).toEqual({ ...plan({ capacity: 7 }), version: 2 });
    expect(await config.planVersion(1)).toEqual({ ...plan(), version: 1 });
    expect(await config.planVersion(3)).toBeUndefined();
  });

  test("a plan saved on an older version is stale and changes nothing", async () => {
    const { config } = await fresh();
    await config.savePlan(plan(), 0);
    await config.savePlan(plan({ capacity: 7 }), 1);
    const current = { ...plan({ capacity: 7 }), version: 2 };
    for (const expected of [0, 1, 3]) {
      expect(await config.savePlan(plan({ capacity: 9 }), expected)).toEqual({
        saved: false,
        reason: "stale",
        current,
      });
    }
    expect((await config.current()).plan).toEqual(current);
  });

  test("saving what is not there as a later version is stale", async () => {
    const { config } = await fresh();
    const stale = { saved: false, reason: "stale", current: undefined };
    expect(await config.savePlan(plan(), 4)).toEqual(stale);
    expect(await config.saveAgent("anna", anna(), 4)).toEqual(stale);
    expect((await config.current()).teamVersion).toBe(0);
  });

  test("of saves on one version at once, one is saved", async () => {
    const { config } = await fresh();
    await config.saveAgent("anna", anna(), 0);
    const saves = await Promise.all(
      Array.from({ length: 8 }, (_, index) => config.saveAgent("anna", anna({ order: index }), 1)),
    );
    expect(saves.filter((save) => save.saved)).toHaveLength(1);
    expect((await config.current()).agents.get("anna")?.version).toBe(2);
  });

  test("saves without an expected version all count, one after the other", async () => {
    const { config } = await fresh();
    await Promise.all(Array.from({ length: 6 }, (_, index) => config.savePlan(plan({ capacity: index }), undefined)));
    expect((await config.current()).planVersion).toBe(6);
  });

  test("plan versions are listed newest first, page by page", async () => {
    const { config } = await fresh();
    for (let index = 0; index < 5; index++) await config.savePlan(plan(), undefined);
    const versions: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await config.planVersions({ limit: 2, ...(cursor !== undefined && { cursor }) });
      versions.push(...page.items.map((row) => row.version));
      for (const row of page.items) expect(row.savedAt).toBeGreaterThan(0);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(versions).toEqual([5, 4, 3, 2, 1]);
  });

  test("an agent's team is made when missing, and left alone when there", async () => {
    const { config } = await fresh();
    const saved = await config.saveAgent("anna", anna(), undefined);
    expect(saved).toEqual({ saved: true, item: { ...anna(), agentId: "anna", version: 1 }, created: true });
    const made = { teamId: "berlin", name: "berlin", version: 1 };
    expect((await config.current()).teams).toEqual(new Map([["berlin", made]]));
    await config.saveTeam("berlin", { name: "Berlin", leaderId: "anna" }, 1);
    await config.saveAgent("bernd", anna({ name: "Bernd" }), 0);
    const { agents, teams } = await config.current();
    expect([...agents.keys()]).toEqual(["anna", "bernd"]);
    expect(teams.get("berlin")).toEqual({ teamId: "berlin", name: "Berlin", leaderId: "anna", version: 2 });
  });

  test("agents who name a new team at once are all saved", async () => {
    const { config } = await fresh();
    const names = ["anna", "bernd", "carla", "dieter"];
    const saved = await Promise.all(names.map((name) => config.saveAgent(name, anna(), 0)));
    expect(saved.every((each) => each.saved)).toBe(true);
    const { agents, teams } = await config.current();
    expect([...agents.keys()]).toEqual(names);
    expect([...teams.keys()]).toEqual(["berlin"]);
  });

  test("an agent leaves with all absences, others keep theirs", async () => {
    const { config } = await fresh();
    await config.saveAgent("anna", anna(), 0);
    await config.saveAgent("anna-lena", anna(), 0);
    for (const id of ["1", "2"]) await config.addTimeOff(off(id));
    await config.addTimeOff(off("3", "anna-lena"));
    expect(await config.deleteAgent("anna")).toBe(true);
    expect(await config.deleteAgent("anna")).toBe(false);
    const { agents, timeOff } = await config.current();
    expect([...agents.keys()]).toEqual(["anna-lena"]);
    expect(timeOff).toEqual([off("3", "anna-lena")]);
  });

  test("a buyer's salts are replaced by version, and stay when the rest is saved", async () => {
    const { config } = await fresh();
    const input = buyerInput.parse({
      name: "Acme",
      delivery: { type: "webhook", url: "https://acme.example.com/leads" },
      price: { amount: 35, currency: "EUR" },
    });
    const next = { salt: "second", earlierSalts: [{ salt: "first", replacedAt: 1, revoked: true }] };
    expect(await config.saveBuyerSalts("acme", next, 1)).toEqual({
      saved: false,
      reason: "stale",
      current: undefined,
    });
    await config.saveBuyer("acme", input, "first", 0);
    expect(await config.saveBuyerSalts("acme", next, 2)).toMatchObject({ saved: false, current: { salt: "first" } });
    const replaced = { ...input, ...next, buyerId: "acme", version: 2 };
    expect(await config.saveBuyerSalts("acme", next, 1)).toEqual({ saved: true, item: replaced, created: false });
    expect((await config.current()).buyers.get("acme")).toEqual(replaced);
    await config.saveBuyer("acme", { ...input, name: "Acme GmbH" }, "third", 2);
    expect((await config.current()).buyers.get("acme")).toMatchObject({ ...next, name: "Acme GmbH", version: 3 });
  });

  test("every change of the team moves its version", async () => {
    const { config } = await fresh();
    const seen = new Set<number>();
    const look = async () => seen.add((await config.current()).teamVersion);
    await config.saveAgent("anna", anna(), 0);
    await look();
    await config.addTimeOff({ ...off("1"), reason: "Urlaub" });
    await look();
    expect((await config.current()).timeOff).toEqual([{ ...off("1"), reason: "Urlaub" }]);
    expect(await config.deleteTimeOff("anna", "1")).toBe(true);
    await look();
    expect(await config.deleteTimeOff("anna", "1")).toBe(false);
    await look();
    await config.saveTeam("berlin", { name: "Berlin" }, undefined);
    await look();
    await config.deleteAgent("anna");
    await look();
    expect(await config.deleteTeam("berlin")).toBe(true);
    await look();
    expect(await config.deleteTeam("berlin")).toBe(false);
    expect(seen.size).toBe(6);
    expect((await config.current()).teams.size).toBe(0);
  });

  test("sources and areas are saved, current and deleted", async () => {
    const { config } = await fresh();
    const area = { name: "Mitte", postalCodes: ["101*", "01067"] };
    expect(await config.saveArea("mitte", area, 0)).toMatchObject({ saved: true, created: true });
    expect(await config.saveArea("mitte", area, 0)).toMatchObject({ saved: false, current: { version: 1 } });
    expect(await config.saveSource("website", website(), undefined)).toMatchObject({ saved: true, created: true });
    expect(await config.saveSource("website", website({ dailyCap: 9 }), 1)).toMatchObject({
      saved: true,
      created: false,
    });
    const current = await config.current();
    expect(current.areas).toEqual(new Map([["mitte", { ...area, areaId: "mitte", version: 1 }]]));
    const source = { ...website({ dailyCap: 9 }), sourceId: "website", version: 2 };
    expect(current.sources).toEqual(new Map([["website", source]]));
    expect(await config.deleteArea("mitte")).toBe(true);
    expect(await config.deleteArea("mitte")).toBe(false);
    expect(await config.deleteSource("website")).toBe(true);
    expect(await config.deleteSource("website")).toBe(false);
    const after = await config.current();
    expect([after.areas.size, after.sources.size]).toEqual([0, 0]);
  });

  test("a source key is found by hash, also together with the configuration", async () => {
    const { config } = await fresh();
    await config.saveSource("website", website(), 0);
    await config.putSourceKey("hash-1", key("website"));
    expect(await config.sourceKey("hash-1")).toEqual(key("website"));
    expect(await config.sourceKey("hash-2")).toBeUndefined();
    const found = await config.currentWithKey("hash-1");
    expect(found).toEqual({ config: await config.current(), key: key("website") });
    expect(await config.currentWithKey("hash-2")).toEqual({ config: await config.current() });
  });

  test("a source's keys are all listed, revoked ones too, and no other's", async () => {
    const { config } = await fresh();
    await config.putSourceKey("hash-2", key("website", monday + 1));
    await config.putSourceKey("hash-1", key("website"));
    await config.putSourceKey("hash-3", key("portal"));
    const revoked = { ...key("website"), revokedAt: monday + 2 };
    await config.putSourceKey("hash-1", revoked);
    expect(await config.sourceKeys("website")).toEqual([
      { keyHash: "hash-1", key: revoked },
      { keyHash: "hash-2", key: key("website", monday + 1) },
    ]);
    expect(await config.sourceKeys("nobody")).toEqual([]);
  });
}
