import * as z from "zod";

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,20}$/, "use a slug such as my-brokerage");

/** `prod` keeps its data whatever happens to its stack; `dev` and `test` may be deleted whole. */
const stage = z.enum(["dev", "test", "prod"]);
export type Stage = z.infer<typeof stage>;

/** One customer: nothing of it is shared with another. There is no time zone here: the plan has the only one. */
const settings = z.strictObject({
  tenant: slug,
  /** The first one is deployed when none is named. */
  stages: z.array(stage).min(1),
  /** AWS account and region; those of the shell's credentials when left out. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .optional(),
  /** Language of the invitation to new users. */
  locale: z.enum(["de", "en"]),
  /** Signs in first and makes all others. The agent id is never used for anybody else. */
  firstAdmin: z.strictObject({ agentId: slug, email: z.email() }),
  /** Gets the alarms and the budget's warnings. Without it, alarms are only seen in CloudWatch. */
  alarmEmail: z.email().optional(),
  /** An operator makes it by hand (CloudFormation cannot): see docs/operations.md. */
  pushPlatformApplicationArn: z
    .string()
    .regex(/^arn:aws:sns:[a-z0-9-]+:\d{12}:app\/[A-Z_]+\/[\w.-]+$/)
    .optional(),
  sms: z
    .strictObject({
      /** Shown as sender where the country allows it: at most 11 letters and digits. */
      senderId: z
        .string()
        .regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/)
        .optional(),
      /** Most that one message may cost, in USD. */
      maxPriceUsd: z.number().positive().max(1).default(0.2),
    })
    .optional(),
  /** A warning goes out at 80 % and at 100 % of it. Needs `alarmEmail`. */
  monthlyBudgetUsd: z.number().positive().optional(),
  /** Most requests a second for all callers together, and how many may come at once. */
  throttle: z
    .strictObject({ perSecond: z.number().int().positive(), burst: z.number().int().positive() })
    .default({ perSecond: 200, burst: 400 }),
});

export const tenant = settings.refine(
  ({ monthlyBudgetUsd, alarmEmail }) => monthlyBudgetUsd === undefined || alarmEmail !== undefined,
  { path: ["alarmEmail"], error: "a budget needs somebody to warn" },
);
export type Tenant = z.infer<typeof tenant>;
export type TenantInput = z.input<typeof tenant>;
