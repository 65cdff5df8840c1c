import type { PersonHandler } from "../../shared/runtime/http/http.ts";
import { type LeadActionType, leadActionInputs } from "../../shared/schemas/lead/lead-actions.ts";
import { performAction } from "./perform-action.ts";

const names = Object.keys(leadActionInputs) as LeadActionType[];

/** `POST /v1/leads/{id}/…`, one route for each action. */
export const actionRoutes: Readonly<Record<string, PersonHandler>> = Object.fromEntries(
  names.map((name): [string, PersonHandler] => [
    `POST /v1/leads/{id}/${name}`,
    (request, ports, config) => performAction.run(ports, config, request, request.params.id, name, request.body),
  ]),
);
