import { CfnResource, Validations } from "aws-cdk-lib";
import type { Role } from "aws-cdk-lib/aws-iam";
import { rules } from "cdk-nag";
import type { IConstruct } from "constructs";

/** Says next to a resource why it does not follow a rule of cdk-nag; a rule without such a reason fails the synthesis. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
}

/**
 * The same for a role's rights on resources named by a pattern, found by the pattern's end: cdk-nag wants each finding by
 * its full name. The role must be complete.
 */
export function acknowledgePatterns(role: Role, reasons: Readonly<Record<string, string>>): void {
  const resource = role.node.defaultChild;
  const found = resource instanceof CfnResource ? rules.iam.IAMNoWildcardPermissions(resource) : [];
  for (const finding of Array.isArray(found) ? found : []) {
    const [, reason] = Object.entries(reasons).find(([end]) => finding.endsWith(end)) ?? [];
    if (reason !== undefined) acknowledge(role, { [`IAM5[${finding}]`]: reason });
  }
}
