import { expect, test } from "vitest";
import { recordMiss } from "../../../shared/usecases/stream/record-miss.ts";
import { hour, openDesk } from "../lifecycle/lead-desk.ts";
import { picking, portsOf } from "./pick-desk.ts";

test("an earlier miss recorded after the one that suspends is not told as another suspension (E3)", async () => {
  const desk = await openDesk(picking({ misses: { suspendAfter: 2 } }));
  const ports = portsOf(desk);
  const config = await ports.config.current();
  const now = desk.world.now();
  const [late, first, second] = [await desk.lead(), await desk.lead(), await desk.lead()];
  const missed = async (leadId: string, at: number) =>
    recordMiss(ports, config, await desk.state(leadId), { agentId: "anna", at });
  const told = async (leadId: string) => [await desk.told(leadId, "anna"), await desk.told(leadId, "city")].flat();
  await missed(first, now - hour);
  await missed(second, now);
  expect((await ports.picks.picksOf("anna")).suspension).toMatchObject({ from: now, reason: "misses" });
  expect(await told(second)).toEqual(expect.arrayContaining(["suspended", "agentSuspended"]));
  const before = { late: await told(late), first: await told(first) };
  await missed(late, now - 2 * hour);
  await missed(first, now - hour);
  expect({ late: await told(late), first: await told(first) }).toEqual(before);
  expect((await ports.picks.picksOf("anna")).misses).toHaveLength(3);
});
