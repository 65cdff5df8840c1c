import { adminRoutes } from "../../functions/admin-api/routes.ts";
import { type Call, caller } from "./call-function.ts";
import { createMemoryPorts } from "./memory/memory-ports.ts";

/** The admin API over ports in memory, and short forms of what most tests set up. */
export function createAdminDesk() {
  const ports = createMemoryPorts();
  const call = caller("admin-api", { person: adminRoutes }, ports);
  const put = (route: string, id: string, body: unknown, rest: Call = {}) =>
    call(`PUT /v1/${route}/{id}`, { params: { id }, body, ...rest });
  return {
    ports,
    call,
    put,
    agent: (id: string, given: object = {}) =>
      put("agents", id, { name: `Agent ${id}`, email: `${id}@example.com`, team: "sales", ...given }),
    plan: (given: object = {}, rest: Call = {}) =>
      call("PUT /v1/plan", {
        body: {
          timezone: "Europe/Berlin",
          defaultCountry: "DE",
          rules: [{ id: "all", name: "Alle", method: { type: "roundRobin" } }],
          fallback: { type: "pool" },
          ...given,
        },
        ...rest,
      }),
  };
}

export type AdminDesk = ReturnType<typeof createAdminDesk>;
