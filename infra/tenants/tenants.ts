import * as z from "zod";
import { demo } from "./demo.ts";
import { type Tenant, tenant } from "./tenant.ts";

const tenants = z
  .array(tenant)
  .refine((all) => new Set(all.map((each) => each.tenant)).size === all.length, "two tenants have the same slug")
  .parse([demo]);

/** All tenants, or the one that `cdk … -c tenant=<slug>` names. */
export function selectTenants(slug: unknown): readonly Tenant[] {
  if (slug === undefined) return tenants;
  const selected = tenants.filter((each) => each.tenant === slug);
  if (selected.length === 0) {
    throw new Error(`There is no tenant ${String(slug)}. Known: ${tenants.map((each) => each.tenant).join(", ")}`);
  }
  return selected;
}
