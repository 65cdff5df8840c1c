import type { Json, JsonObject } from "../../infra/local/states/definition/json.ts";
import type { Transition } from "../../infra/local/states/engine.ts";
import type { CallFailed } from "../../infra/local/states/integrations.ts";
import { createStates, type States } from "../../infra/local/states/states.ts";
import { type Clock, createClock } from "../../infra/local/time/clock.ts";

/** A call the interpreter made; `at`: virtual epoch ms. */
interface Call {
  readonly at: number;
  readonly to: string;
  readonly args: Json;
}

type Answer = Json | CallFailed | Promise<Json | CallFailed>;

/** What the faked services answer; the default is `{}`. */
export interface Services {
  lambda?: (payload: JsonObject, call: number) => Answer;
  dynamodb?: (args: JsonObject, call: number) => Answer;
}

export interface StatesHarness {
  readonly clock: Clock;
  readonly states: States;
  readonly calls: Call[];
  readonly transitions: Transition[];
  /** Starts an execution of a definition and lets it come to rest. */
  run(definition: unknown, input?: JsonObject, name?: string): Promise<void>;
  /** Moves virtual time on. */
  pass(seconds: number): Promise<void>;
  settle(): Promise<void>;
  /** The token in the latest call. */
  token(): string;
}

export const MACHINE = "arn:aws:states:eu-central-1:000000000000:stateMachine:Lead";

/** The virtual start of every test, and a real clock that stands still. */
export const START = Date.parse("2026-03-02T09:00:00Z");

const failed = (answer: Json | CallFailed): answer is CallFailed =>
  typeof answer === "object" && answer !== null && "error" in answer && "cause" in answer;

export function statesHarness(services: Services = {}): StatesHarness {
  const clock = createClock(() => START);
  const calls: Call[] = [];
  const transitions: Transition[] = [];
  const called = (to: string, args: Json) => calls.push({ at: clock.now(), to, args });
  const states = createStates({
    clock,
    onTransition: (transition) => transitions.push(transition),
    integrations: {
      async invokeLambda(functionName, payload) {
        const call = called(functionName, payload);
        const answer = await (services.lambda?.(payload as JsonObject, call) ?? {});
        return failed(answer) ? answer : { payload: answer };
      },
      async dynamodb(action, args) {
        const call = called(action, args);
        const answer = await (services.dynamodb?.(args, call) ?? {});
        return failed(answer) ? answer : { output: answer };
      },
    },
  });
  const settle = async () => {
    while (states.inFlight() > 0) await new Promise(setImmediate);
  };
  return {
    ...{ clock, states, calls, transitions, settle },
    async run(definition, input = {}, name = "one") {
      states.define(MACHINE, definition);
      await states.start(MACHINE, name, JSON.stringify(input));
      await settle();
    },
    async pass(seconds) {
      await clock.advanceTo(clock.now() + seconds * 1000, settle);
    },
    token() {
      const token = findToken(calls.at(-1)?.args ?? null);
      if (token === undefined) throw new Error("the latest call carries no token");
      return token;
    },
  };
}

/** Any string as long as a token. */
function findToken(value: Json): string | undefined {
  if (typeof value === "string") return value.length > 500 ? value : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  return Object.values(value)
    .map(findToken)
    .find((found) => found !== undefined);
}

/** A machine of one state, which must say where it goes. */
export const only = (state: object, more: object = {}) => ({
  QueryLanguage: "JSONata",
  StartAt: "Only",
  States: { Only: state },
  ...more,
});
