import type { PersonHandler } from "../../../shared/runtime/http/http.ts";
import { invalid, parseOrThrow } from "../../../shared/runtime/http/problem.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { savePlan } from "../../../shared/usecases/configuration/save-plan.ts";
import { planProblems } from "../../../shared/usecases/configuration/views/check-plan.ts";
import { expectedVersion } from "../expected-version.ts";
import { limitOf } from "../page.ts";
import { withoutReadOnly } from "../read-only.ts";
import { found, itemReply, mustBeDone } from "../replies.ts";

/** The present plan, or with `?version=` an earlier one. */
const read: PersonHandler = async (request, ports, config) => {
  const { version } = request.query;
  if (version === undefined) return itemReply(found(config.plan, "plan"));
  const number = Number(version);
  if (!Number.isInteger(number)) throw invalid([{ pointer: "/version", detail: "use a whole number" }]);
  return itemReply(found(await ports.config.planVersion(number), "plan version"));
};

const save: PersonHandler = async (request, ports, config) => {
  const input = parseOrThrow(planInput, withoutReadOnly(request.body, ["version", "problems"]));
  const { item, created } = mustBeDone(await savePlan(ports, config, input, expectedVersion(request)));
  const problems = planProblems(config, input, { locale: request.locale, now: ports.clock.now() });
  return itemReply(item, { ...item, problems }, created);
};

const versions: PersonHandler = async (request, ports) => {
  const { cursor } = request.query;
  const page = await ports.config.planVersions({ limit: limitOf(request), ...(cursor !== undefined && { cursor }) });
  const items = page.items.map(({ version, savedAt }) => ({ version, savedAt: new Date(savedAt).toISOString() }));
  return { status: 200, body: { ...page, items } };
};

export const planRoutes: Readonly<Record<string, PersonHandler>> = {
  "GET /v1/plan": read,
  "PUT /v1/plan": save,
  "GET /v1/plan/versions": versions,
};
