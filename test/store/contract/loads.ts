import { expect, test } from "vitest";
import type { LoadsPort } from "../../../shared/usecases/ports/ports.ts";
import { leadId } from "../samples.ts";

export function loadsContract(fresh: () => Promise<{ readonly loads: LoadsPort }>): void {
  test("leads are reserved up to the capacity", async () => {
    const { loads } = await fresh();
    expect(await loads.reserve("anna", leadId(1), 2)).toBe(true);
    expect(await loads.reserve("anna", leadId(2), 2)).toBe(true);
    expect(await loads.reserve("anna", leadId(3), 2)).toBe(false);
    expect(await loads.held(["anna"])).toEqual(new Map([["anna", [leadId(1), leadId(2)]]]));
  });

  test("a lead held already is reserved again, even when the agent is full", async () => {
    const { loads } = await fresh();
    await loads.reserve("anna", leadId(1), 1);
    expect(await loads.reserve("anna", leadId(1), 1)).toBe(true);
    expect(await loads.reserve("anna", leadId(1), 0)).toBe(true);
    expect((await loads.held(["anna"])).get("anna")).toEqual([leadId(1)]);
  });

  test("a capacity of 0 takes nothing, also for an agent who never held anything", async () => {
    const { loads } = await fresh();
    expect(await loads.reserve("anna", leadId(1), 0)).toBe(false);
    expect(await loads.held(["anna"])).toEqual(new Map());
  });

  test("a leader's override goes above the capacity", async () => {
    const { loads } = await fresh();
    expect(await loads.reserve("anna", leadId(1), 0, { force: true })).toBe(true);
    expect(await loads.reserve("anna", leadId(2), 1, { force: true })).toBe(true);
    expect((await loads.held(["anna"])).get("anna")).toEqual([leadId(1), leadId(2)]);
  });

  test("a release makes room, once, and may be repeated", async () => {
    const { loads } = await fresh();
    await loads.reserve("anna", leadId(1), 1);
    await loads.release("anna", leadId(1));
    await loads.release("anna", leadId(1));
    await loads.release("nobody", leadId(1));
    expect(await loads.held(["anna", "nobody"])).toEqual(new Map());
    expect(await loads.reserve("anna", leadId(2), 1)).toBe(true);
    expect(await loads.reserve("anna", leadId(3), 1)).toBe(false);
  });

  test("held leaves out agents without leads", async () => {
    const { loads } = await fresh();
    await loads.reserve("anna", leadId(1), 5);
    await loads.reserve("carla", leadId(2), 5);
    const held = await loads.held(["anna", "bernd", "carla", "anna"]);
    expect([...held].sort()).toEqual([
      ["anna", [leadId(1)]],
      ["carla", [leadId(2)]],
    ]);
  });

  test("a release by revision loses against a reserve in between", async () => {
    const { loads } = await fresh();
    await loads.reserve("anna", leadId(1), 5);
    const seen = await loads.heldWithRevision("anna");
    expect(seen.leadIds).toEqual([leadId(1)]);
    await loads.reserve("anna", leadId(1), 5);
    expect(await loads.releaseIfUnchanged("anna", leadId(1), seen.revision)).toBe(false);
    const now = await loads.heldWithRevision("anna");
    expect(await loads.releaseIfUnchanged("anna", leadId(1), now.revision)).toBe(true);
    expect((await loads.heldWithRevision("anna")).leadIds).toEqual([]);
  });

  test("an agent without load has revision 0", async () => {
    const { loads } = await fresh();
    expect(await loads.heldWithRevision("anna")).toEqual({ leadIds: [], revision: 0, reservedAt: 0 });
  });

  test("50 times, 64 reserves at once on a capacity of 5 give exactly 5", async () => {
    const { loads } = await fresh();
    for (let round = 0; round < 50; round++) {
      const agentId = `agent-${round}`;
      const ids = Array.from({ length: 64 }, (_, index) => leadId(index));
      const reserved = await Promise.all(ids.map((id) => loads.reserve(agentId, id, 5)));
      const winners = ids.filter((_, index) => reserved[index]);
      expect(winners).toHaveLength(5);
      expect((await loads.held([agentId])).get(agentId)).toEqual(winners);
    }
  });
}
