import * as z from "zod";
import { demo } from "./demo.ts";
import { type Stage, type Tenant, tenant } from "./tenant.ts";

const tenants = z
  .array(tenant)
  .refine((all) => new Set(all.map((each) => each.tenant)).size === all.length, "two tenants have the same slug")
  .parse([demo]);

/** One tenant in one of its stages: what one stack deploys. */
export interface Deployment {
  readonly tenant: Tenant;
  readonly stage: Stage;
}

/** What the command line asks for: `cdk … -c tenant=<slug> -c stage=<stage>`. */
interface Asked {
  readonly tenant?: unknown;
  readonly stage?: unknown;
}

/**
 * The one deployment asked for, so that `cdk deploy` needs no name of a stack: the tenant's first stage unless another is
 * named. Without a tenant: every stage of all of them.
 */
export function selectDeployments(
  { tenant: slug, stage }: Asked,
  from: readonly Tenant[] = tenants,
): readonly Deployment[] {
  if (slug === undefined) {
    if (stage !== undefined) throw new Error(`Whose stage ${String(stage)}? Name the tenant, too: -c tenant=<slug>`);
    return from.flatMap((each) => each.stages.map((own) => ({ tenant: each, stage: own })));
  }
  const selected = from.find((each) => each.tenant === slug);
  if (selected === undefined) {
    throw new Error(`There is no tenant ${String(slug)}. Known: ${from.map((each) => each.tenant).join(", ")}`);
  }
  return [{ tenant: selected, stage: stageOf(selected, stage) }];
}

function stageOf({ tenant: slug, stages }: Tenant, named: unknown): Stage {
  const found = stages.find((each) => each === (named ?? stages[0]));
  if (found === undefined) throw new Error(`Tenant ${slug} has no stage ${String(named)}, only: ${stages.join(", ")}`);
  return found;
}
