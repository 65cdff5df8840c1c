import { bindingsOf } from "../bindings.ts";
import type { Json, JsonObject } from "../definition/json.ts";
import type { Exit } from "../definition/state.ts";
import { type Live, note } from "../engine.ts";
import type { Closing } from "./closing.ts";
import { type Failure, StateFailed } from "./failure.ts";

/** What follows from a state: the next one, the end, or nothing until a call, a token or a timer reports. */
export type Step =
  | { readonly kind: "enter"; readonly state: string; readonly input: Json }
  | { readonly kind: "close"; readonly closing: Closing }
  | { readonly kind: "rest" };

export const REST: Step = { kind: "rest" };

/** AWS's limit for the data handed from state to state, in bytes. */
const DATA_LIMIT = 262_144;

/** `value`: what is handed on without Output; `more`: what the expressions see besides input and context; `event`: for the history. */
export interface Leaving {
  readonly exit: Exit;
  readonly value: Json;
  readonly more?: JsonObject;
  readonly event?: "completed" | "caught";
}

/**
 * Leaves a state: evaluates Assign and Output (both with the variables of before), then sets the variables.
 * @throws StateFailed when an expression fails or the output is larger than 256 KiB
 */
export async function leave(live: Live, leaving: Leaving): Promise<Step> {
  const { exit, value, more = {}, event = "completed" } = leaving;
  const { engine, execution, run } = live;
  const bindings = bindingsOf(live, more);
  const assigned: Record<string, Json> = {};
  for (const [variable, template] of exit.assign) assigned[variable] = await template(bindings);
  const output = exit.output === undefined ? value : await exit.output(bindings);
  if (Buffer.byteLength(JSON.stringify(output)) > DATA_LIMIT) {
    const cause = `The state's output is larger than ${DATA_LIMIT} bytes`;
    throw new StateFailed({ error: "States.DataLimitExceeded", cause });
  }
  run.variables = { ...run.variables, ...assigned };
  note(engine, execution, event);
  if (exit.next !== undefined) return { kind: "enter", state: exit.next, input: output };
  return { kind: "close", closing: { status: "SUCCEEDED", output } };
}

/** Runs `work`; a failure inside it goes to `rescue`, anything else is a bug and flies on. */
export async function orElse(
  work: () => Promise<Step>,
  rescue: (failure: Failure) => Promise<Step> | Step,
): Promise<Step> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StateFailed) return rescue(error.failure);
    throw error;
  }
}

export const failWith = (failure: Partial<Failure>): Step => ({
  kind: "close",
  closing: { status: "FAILED", failure },
});
