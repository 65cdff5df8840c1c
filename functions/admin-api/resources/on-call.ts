import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { notFound } from "../../../shared/runtime/http/problem.ts";
import { describeOnCall } from "../../../shared/usecases/configuration/views/describe-on-call.ts";
import { withPlan } from "../../../shared/usecases/routing-config.ts";

/** Everybody may see who is on call. */
const read: PersonHandler = async (_request, ports, config) => {
  const routing = withPlan(config);
  if (routing === undefined) throw notFound("plan");
  return { status: 200, body: await describeOnCall(ports, routing) };
};

export const onCallRoutes: Readonly<Record<string, PersonHandler>> = { "GET /v1/on-call": read };
