import { everyMethodTenant } from "./every-method-tenant.ts";
import type { Tenant } from "./tenant.ts";
import { pickingTenant, usualTenant } from "./usual-tenant.ts";

/** A third of the days knows every method; of the others two of three have leads to be picked. */
const order: readonly Tenant[] = [
  ...[everyMethodTenant, pickingTenant, usualTenant],
  ...[everyMethodTenant, pickingTenant, pickingTenant],
  ...[everyMethodTenant, pickingTenant, usualTenant],
];

/** Three days in a row have the same tenant: which of them goes without faults is by `seed % 3`. */
export function tenantOf(seed: number): Tenant {
  return order[Math.floor(seed / 3) % order.length] ?? usualTenant;
}
