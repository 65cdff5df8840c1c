import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../../../shared/domain/lifecycle/command.ts";
import { decide } from "../../../../shared/domain/lifecycle/decide.ts";
import { phaseAt, phaseOf, waitOf } from "../../../../shared/domain/lifecycle/phase.ts";
import { answerToken } from "../../../../shared/domain/lifecycle/workflow/answer-token.ts";
import { executionNeeded } from "../../../../shared/domain/lifecycle/workflow/execution-needed.ts";
import { workflowInput } from "../../../../shared/domain/lifecycle/workflow/workflow-input.ts";
import type { LeadState } from "../../../../shared/schemas/lead/lead.ts";
import type { WaitingState } from "../../../../shared/schemas/lead/workflow.ts";
import { aPlan, offered, start, stateOf } from "../lead-fixtures.ts";
import { anyCommand, anyPause } from "../random-commands.ts";

/**
 * The lead, its executions and the consumer as a model: what each knows and may do next, in any order. STATE and TOKEN
 * records each keep their own order; between the two there is none.
 */
interface Token {
  readonly id: number;
  readonly at: WaitingState;
  readonly wait: number;
  readonly cycle: number;
}

interface Execution {
  readonly cycle: number;
  at: WaitingState | "Closed";
  wait: number;
  /** Its task token; undefined until it has been stored. */
  token: number | undefined;
}

const timeoutOf = {
  AwaitAcceptance: "OfferToNext",
  AwaitClaim: "OfferToNext",
  OfferToNext: "OfferToNext",
  AwaitFirstContact: "EscalateToLeader",
  EscalateToLeader: "ReassignToBackup",
  ReassignToBackup: "ReassignToBackup",
  HoldOwnership: "HoldOwnership",
} as const;
const nextOf = {
  claim: "AwaitFirstContact",
  acceptance: "AwaitFirstContact",
  contact: "HoldOwnership",
  ownership: "Closed",
  none: "Closed",
} as const;
const backOf = {
  Reoffered: "AwaitAcceptance",
  Posted: "AwaitClaim",
  Reassigned: "AwaitFirstContact",
  Resumed: "HoldOwnership",
  Ended: "Closed",
} as const;

function createModel() {
  const plan = aPlan();
  const lead = { now: start, state: offered() };
  const stateRecords: (readonly [LeadState | undefined, LeadState])[] = [[undefined, lead.state]];
  const tokenRecords: Token[] = [];
  const executions: Execution[] = [];
  const tokens: { item?: Token; count: number } = { count: 0 };

  const notStored = () => executions.filter(({ at, token }) => at !== "Closed" && token === undefined);
  const stored = () => executions.filter(({ at, token }) => at !== "Closed" && token !== undefined);
  const pick = (among: readonly Execution[], which: number) => among[which % Math.max(1, among.length)];

  function complete(token: Token, state: LeadState): void {
    const answer = answerToken(token, state, lead.now);
    const execution = executions.find((each) => each.token === token.id && each.at !== "Closed");
    if (answer.kind === "keep" || execution === undefined || execution.at === "Closed") return;
    execution.at = answer.kind === "succeed" ? nextOf[phaseAt(execution.at)] : backOf[answer.error];
    execution.wait = (answer.kind === "succeed" ? answer.output : answer.cause).wait;
    execution.token = undefined;
  }

  function command(wanted: Command, pause: number): void {
    lead.now += pause;
    const decided = decide(wanted, lead.state, { now: lead.now, plan });
    if (!decided.accepted || decided.next === undefined) return;
    const next = stateOf(lead.state, decided.next);
    stateRecords.push([lead.state, next]);
    lead.state = next;
  }

  /** The consumer takes the next STATE record: the image as it was then, the token as it stands now. */
  function consumeState(): boolean {
    const record = stateRecords.shift();
    if (record === undefined) return false;
    const [before, state] = record;
    if (tokens.item) complete(tokens.item, state);
    const begins = executionNeeded(state) && (!before || !executionNeeded(before) || before.cycle !== state.cycle);
    if (begins && !executions.some(({ cycle }) => cycle === state.cycle)) {
      const { cycle, wait } = workflowInput(state, lead.now);
      executions.push({ cycle, at: "AwaitAcceptance", wait, token: undefined });
    }
    return true;
  }

  function consumeToken(): boolean {
    const token = tokenRecords.shift();
    if (token !== undefined) complete(token, lead.state);
    return token !== undefined;
  }

  function storeToken(execution: Execution, wait: number): void {
    if (execution.at === "Closed") return;
    // An execution of an older cycle finds the item taken, and ends.
    if (tokens.item && tokens.item.cycle > execution.cycle) {
      execution.at = "Closed";
      return;
    }
    tokens.count += 1;
    tokens.item = { id: tokens.count, at: execution.at, wait, cycle: execution.cycle };
    execution.token = tokens.item.id;
    tokenRecords.push(tokens.item);
  }

  /** An execution that has entered a waiting state stores its token. */
  function store(which: number): boolean {
    const execution = pick(notStored(), which);
    if (execution !== undefined) storeToken(execution, execution.wait);
    return execution !== undefined;
  }

  /** A timer fires although nothing is due: the task sends the execution back by a stale wait, or ends it. */
  function fire(which: number): void {
    const execution = pick(stored(), which);
    if (execution === undefined || execution.at === "Closed") return;
    execution.token = undefined;
    const over = lead.state.cycle !== execution.cycle || !executionNeeded(lead.state);
    execution.at = over ? "Closed" : timeoutOf[execution.at];
    storeToken(execution, lead.state.wait - 1);
  }

  /** Everything under way is done, in the order the numbers say; no timer fires any more. */
  function settle(order: readonly number[]): void {
    const steps = [consumeState, consumeToken, () => store(0)];
    for (let turn = 0; turn < 500; turn++) {
      const from = order[turn % Math.max(1, order.length)] ?? 0;
      if (!steps.some((_, index) => steps[(from + index) % steps.length]?.())) return;
    }
    throw new Error("it never comes to rest");
  }

  return { command, consumeState, consumeToken, store, fire, settle, lead, executions, tokens };
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(anyPause, anyCommand).map(([pause, command]) => ({ pause, command })) },
  { weight: 3, arbitrary: fc.constantFrom("state" as const, "token" as const) },
  fc.nat(3).map((which) => ({ which })),
  fc.nat(3).map((fires) => ({ fires })),
);

test("in every interleaving the lead's execution ends up waiting for what the lead waits for", () => {
  let held = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.array(fc.nat(2), { maxLength: 10 }), (steps, order) => {
      const model = createModel();
      for (const each of steps) {
        if (each === "state") model.consumeState();
        else if (each === "token") model.consumeToken();
        else if ("which" in each) model.store(each.which);
        else if ("fires" in each) model.fire(each.fires);
        else model.command(each.command, each.pause);
      }
      model.settle(order);
      const { state } = model.lead;
      const live = model.executions.filter(({ at }) => at !== "Closed");
      if (!executionNeeded(state)) {
        expect(live).toEqual([]);
        return;
      }
      held++;
      const [execution, second] = live;
      expect(second).toBeUndefined();
      expect(execution?.cycle).toBe(state.cycle);
      // A lead that escalates to nobody (any more) may wait where it is contacted or where it is held.
      expect([phaseOf(state.status), waitOf(state)]).toContain(
        execution && execution.at !== "Closed" && phaseAt(execution.at),
      );
      expect(model.tokens.item).toMatchObject({ id: execution?.token, wait: state.wait, cycle: state.cycle });
    }),
    { numRuns: 3000 },
  );
  expect(held).toBeGreaterThan(300);
});
