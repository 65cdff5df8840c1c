import { describe, expect, it } from "vitest";
import type { LeadState } from "../../../shared/schemas/lead/lead.ts";
import type { MemoryPorts } from "../../support/memory/memory-ports.ts";
import { answered, bodyOf, erika, openDesk, post } from "./intake-desk.ts";

const minute = 60_000;
const arrive = (ports: MemoryPorts, lead: object = {}) => answered(post(ports, { ...erika, ...lead }));

/** The lead's next state, as a commit of the lifecycle would leave it. */
async function become(ports: MemoryPorts, leadId: string, change: (state: LeadState) => Partial<LeadState>) {
  const state = await ports.leads.state(leadId);
  if (!state) throw new Error("no state");
  const { offer: _, ownerId: __, ...rest } = state;
  const next = { ...rest, version: state.version + 1, commitId: `c${state.version}`, ...change(state) };
  await ports.leads.commit(state.version, next);
}

const owned = (ports: MemoryPorts, leadId: string, ownerId: string, status: LeadState["status"] = "contacted") =>
  become(ports, leadId, () => ({ status, ownerId, assignedAt: ports.clock.now() }));

/** Declined, and offered to somebody else. */
const offeredTo = (ports: MemoryPorts, leadId: string, agentId: string, tried: string[] = []) =>
  become(ports, leadId, () => ({
    status: "offered",
    offer: { agentId, at: ports.clock.now(), expiresAt: ports.clock.now() + 5 * minute },
    tried,
  }));

const openAlways = () => openDesk({ plan: { duplicates: { window: "PT0S" } } });

describe("a person whose newest lead nobody owns yet (C12)", () => {
  it("goes to whoever still owns an older one, lead after lead", async () => {
    const ports = await openAlways();
    const first = await arrive(ports);
    await owned(ports, first.leadId, "cem");
    for (let i = 0; i < 14; i++) {
      ports.clock.advance(i === 0 ? 11 * minute : 1000);
      const later = await arrive(ports);
      expect(later).toMatchObject({ offer: { agentId: "cem" }, decision: { ruleId: "continuity" } });
    }
  });

  it("goes there even if the owner declined the one in between", async () => {
    const ports = await openAlways();
    const first = await arrive(ports);
    await owned(ports, first.leadId, "cem");
    ports.clock.advance(minute);
    const second = await arrive(ports);
    await offeredTo(ports, second.leadId, "anna", ["cem"]);
    ports.clock.advance(1000);
    expect((await arrive(ports)).offer?.agentId).toBe("cem");
  });

  it("goes to the owner of the open lead before that of one that is closed", async () => {
    const ports = await openAlways();
    const first = await arrive(ports);
    await owned(ports, first.leadId, "cem");
    ports.clock.advance(minute);
    const second = await arrive(ports);
    await owned(ports, second.leadId, "ben", "lost");
    ports.clock.advance(minute);
    expect((await arrive(ports)).offer?.agentId).toBe("cem");
  });

  it("goes to whoever is being offered one, and says so, when nobody owns any", async () => {
    const ports = await openAlways();
    const first = await arrive(ports);
    ports.clock.advance(1000);
    const second = await arrive(ports);
    expect(second).toMatchObject({ offer: { agentId: first.offer?.agentId }, decision: { ruleId: "continuity" } });
    expect((await bodyOf(ports, second.leadId)).decision).toMatchObject({
      knownThrough: "offered",
      rules: [{ why: { note: "beingOffered" } }],
    });
  });

  it("is not sent back to an agent from whom a newer one was taken, by a lead that is closed", async () => {
    const ports = await openAlways();
    const first = await arrive(ports);
    await owned(ports, first.leadId, "cem", "converted");
    ports.clock.advance(minute);
    const second = await arrive(ports);
    expect(second.offer?.agentId).toBe("cem");
    await become(ports, second.leadId, () => ({ status: "pooled", tried: ["cem"] }));
    ports.clock.advance(minute);
    expect((await arrive(ports)).decision?.ruleId).toBe("all");
  });

  it("is looked for by e-mail and phone alike", async () => {
    const ports = await openAlways();
    const first = await arrive(ports, { phone: undefined });
    await owned(ports, first.leadId, "cem");
    ports.clock.advance(minute);
    await arrive(ports);
    ports.clock.advance(minute);
    expect((await arrive(ports, { email: undefined })).offer?.agentId).toBe("cem");
  });

  it("inside the window is a duplicate of the lead that somebody owns, and that agent is told", async () => {
    const ports = await openDesk({ plan: { duplicates: { window: "PT10M" } } });
    const first = await arrive(ports);
    await owned(ports, first.leadId, "cem");
    ports.clock.advance(11 * minute);
    const second = await arrive(ports);
    await offeredTo(ports, second.leadId, "anna", ["cem"]);
    ports.clock.advance(1000);
    expect(await arrive(ports)).toMatchObject({
      verdict: "duplicate",
      duplicateOf: first.leadId,
      ownerId: "cem",
    });
  });

  it("waits for an intake that is still at work on the one before", async () => {
    const ports = await openAlways();
    const first = await arrive(ports);
    await owned(ports, first.leadId, "cem");
    ports.clock.advance(minute);
    const answers = await Promise.all([arrive(ports), arrive(ports), arrive(ports)]);
    expect(answers.map(({ offer }) => offer?.agentId)).toEqual(["cem", "cem", "cem"]);
  });
});
