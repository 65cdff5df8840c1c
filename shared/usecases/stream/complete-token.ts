import { answerToken } from "../../domain/lifecycle/workflow/answer-token.ts";
import type { LeadState } from "../../schemas/lead/lead.ts";
import type { LeadToken } from "../../schemas/lead/workflow.ts";
import type { Ports } from "../ports/ports.ts";

/**
 * Ends the wait that the token stands for if the lead has moved on from it (handshake of STATE and TOKEN). Completing
 * twice or too late changes nothing: the workflow port swallows it.
 */
export async function completeToken(ports: Ports, token: LeadToken, state: LeadState): Promise<void> {
  if (state.cycle < token.cycle || (state.cycle === token.cycle && state.wait <= token.wait)) {
    return;
  }
  const answer = answerToken(token, state, ports.clock.now());
  switch (answer.kind) {
    case "keep":
      return;
    case "succeed":
      return ports.workflow.succeed(token.token, answer.output);
    case "fail":
      return ports.workflow.fail(token.token, answer.error, answer.cause);
    default:
      return answer satisfies never;
  }
}
