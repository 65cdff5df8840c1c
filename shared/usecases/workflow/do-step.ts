import { decide } from "../../domain/lifecycle/decide.ts";
import { type DueStep, dueStep } from "../../domain/lifecycle/due.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import { backupPlacement } from "../lifecycle/backup-placement.ts";
import { commitDecided } from "../lifecycle/commit-decided.ts";
import { commitPlaced } from "../lifecycle/commit-placed.ts";
import { nextPlacement, PICK_MISSED } from "../lifecycle/next-placement.ts";
import { type LeadItems, routedPlacement } from "../lifecycle/routed-placement.ts";
import type { Configuration, Ports } from "../ports/ports.ts";
import type { RoutingConfig } from "../routing-config.ts";
import { chooseBackup } from "./choose-backup.ts";

export type TaskPorts = Pick<Ports, "clock" | "ids" | "leads" | "loads" | "rotation">;

/** What the tasks read of the configuration. */
export interface TaskConfig {
  readonly routing: RoutingConfig;
  readonly teams: Configuration["teams"];
}

/** Does what is due; undefined when by then it no longer was, or others were faster. */
export async function doStep(
  ports: TaskPorts,
  { routing, teams }: TaskConfig,
  lead: LeadItems,
  step: DueStep,
): Promise<LeadState | undefined> {
  const { cycle } = lead.state;
  const stands = (state: LeadState) =>
    state.cycle === cycle && dueStep(state, ports.clock.now()) === step ? undefined : ({ accepted: true } as const);
  const context = () => ({ now: ports.clock.now(), plan: routing.plan });
  switch (step) {
    case "expireOffer":
      return committedState(
        await commitPlaced(ports, routing, lead, {
          stands,
          choose: (items) => nextPlacement(ports, routing, items, "timedOut"),
          command: (next) => ({ type: "expireOffer", next }),
        }),
      );
    case "expireHold": {
      const decideOn = (state: LeadState) => stands(state) ?? decide({ type: "expireHold" }, state, context());
      return committedState(await commitDecided(ports, routing, lead.state, decideOn));
    }
    case "expireClaim":
      return committedState(
        await commitPlaced(ports, routing, lead, {
          stands,
          choose: ({ state }) => backupPlacement(ports, routing, state, state.posted ?? { rule: "" }),
          command: (next) => ({ type: "expireClaim", next }),
        }),
      );
    case "recycle":
      return committedState(
        await commitPlaced(ports, routing, lead, {
          stands,
          choose: (items) => routedPlacement(ports, routing, recycled(items), { mode: "again" }),
          command: (next) => ({ type: "recycle", next }),
        }),
      );
    case "reclaim":
      return committedState(
        await commitPlaced(ports, routing, lead, {
          stands,
          choose: (items) => nextPlacement(ports, routing, items, items.state.picked ? PICK_MISSED : "noContact"),
          command: (next) => ({ type: "reclaim", next }),
        }),
      );
    case "giveToBackup": {
      const agentId = await chooseBackup(ports, { ...routing, teams }, lead.state);
      const decideOn = (state: LeadState) =>
        stands(state) ?? decide({ type: "giveToBackup", agentId }, state, context());
      return committedState(await commitDecided(ports, routing, lead.state, decideOn, { reserved: agentId }));
    }
    case "escalate": {
      const decideOn = (state: LeadState) => stands(state) ?? decide({ type: "escalate" }, state, context());
      return committedState(await commitDecided(ports, routing, lead.state, decideOn));
    }
  }
}

/** As the rules see it now: they may treat differently what nobody has taken so far (C9). */
function recycled({ state, body }: LeadItems): LeadItems {
  const { posted = { rule: "" } } = state;
  return { body, state: { ...state, posted: { ...posted, recycled: (posted.recycled ?? 0) + 1 } } };
}

/** The workflow failed for this lead: the pool has it, whatever it waited for. */
export async function poolLead(
  ports: TaskPorts,
  { routing }: TaskConfig,
  start: LeadState,
): Promise<LeadState | undefined> {
  const { cycle } = start;
  const committed = await commitDecided(ports, routing, start, (state) =>
    state.cycle === cycle
      ? decide({ type: "pool", reason: "workflow" }, state, { now: ports.clock.now(), plan: routing.plan })
      : { accepted: true },
  );
  return committed.outcome === "gone" ? undefined : committed.state;
}

function committedState(committed: Awaited<ReturnType<typeof commitDecided>>): LeadState | undefined {
  return committed.outcome === "done" && committed.changed ? committed.state : undefined;
}
