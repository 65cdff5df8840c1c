import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import type { Construct } from "constructs";

export interface MonthlyBudgetProps {
  readonly tenant: string;
  readonly limitUsd: number;
  readonly email: string;
}

/** Warns by e-mail at 80 % and at 100 % of what the tenant's resources may cost in a month (F8). */
export class MonthlyBudget extends CfnBudget {
  constructor(scope: Construct, id: string, { tenant, limitUsd, email }: MonthlyBudgetProps) {
    super(scope, id, {
      budget: {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: limitUsd, unit: "USD" },
        costFilters: { TagKeyValue: [`user:tenant$${tenant}`] },
      },
      notificationsWithSubscribers: [80, 100].map((threshold) => ({
        notification: {
          notificationType: "ACTUAL",
          comparisonOperator: "GREATER_THAN",
          threshold,
          thresholdType: "PERCENTAGE",
        },
        subscribers: [{ subscriptionType: "EMAIL", address: email }],
      })),
    });
  }
}
