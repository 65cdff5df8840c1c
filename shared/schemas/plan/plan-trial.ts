import * as z from "zod";
import { leadInput } from "../lead/lead-input.ts";
import { duration, isoInstant, slug } from "../primitives.ts";
import { planInput } from "./plan.ts";

/** Body of `POST /v1/plan/preview`. */
export const planPreviewRequest = z.strictObject({
  /** As for `POST /v1/leads`, but nobody need be reachable. */
  lead: z.strictObject(leadInput.shape),
  /** A plan that is not saved yet. */
  plan: planInput.optional(),
  source: slug.optional(),
  /** Who has this person already. */
  ownerId: slug.optional(),
  /** C6: `handover` as if an ISA had just handed it over: for field agents only, whatever its score. */
  stage: z.enum(["new", "handover"]).default("new"),
});

/** Most leads that one request may replay; for more there is the command `npx fairlead simulate`. */
export const mostSimulated = 5000;

const leadToSimulate = z.strictObject({
  ...leadInput.shape,
  /** When it arrives; `submittedAt` when left out, else a minute after the one before. */
  receivedAt: isoInstant.optional(),
  source: slug.optional(),
});

/** Body of `POST /v1/plan/simulate`. */
export const planSimulateRequest = z
  .strictObject({
    /** The plan to try. */
    plan: planInput,
    /** Leads to replay, as for `POST /v1/leads`; the tenant's past leads when left out. */
    leads: z
      .array(leadToSimulate)
      .min(1)
      .max(mostSimulated, `at most ${mostSimulated} leads at once; for more use the command: npx fairlead simulate`)
      .optional(),
    /** Only leads that arrive from then on; for past leads 30 days before `to` when left out. */
    from: isoInstant.optional(),
    /** Only leads that arrive before; now when left out. */
    to: isoInstant.optional(),
    /** Only this source's past leads; of given leads the source of those that name none. */
    sourceId: slug.optional(),
    /** How long a lead stays with its agent: the median of the tenant's own closed leads, else P14D. */
    openFor: duration.optional(),
    /** Also says in full why the leads that changed hands went where they went. */
    trace: z.boolean().default(false),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    path: ["to"],
    error: "must come after from",
  });
