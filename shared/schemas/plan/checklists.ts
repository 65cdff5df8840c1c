import * as z from "zod";

const label = z.string().trim().min(1).max(120);

/** One handover criterion (C6). */
export const criterion = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, "use letters, digits and dashes, such as incomeVerified"),
  /** As it is shown: one text, or one for each language. */
  label: z.union([label, z.strictObject({ de: label, en: label })]),
  /** Whether a lead may only be handed over once it is met. */
  required: z.boolean().default(true),
  /** What is written down; every criterion may also just be ticked off. */
  type: z.enum(["yesNo", "text", "number"]).default("yesNo"),
});
export type Criterion = z.infer<typeof criterion>;

const list = z
  .array(criterion)
  .max(30)
  .superRefine((criteria, context) => {
    criteria.forEach(({ id }, index) => {
      if (criteria.findIndex((each) => each.id === id) === index) return;
      context.addIssue({ code: "custom", path: [index, "id"], message: `the id ${id} is used twice` });
    });
  });

const timeFrame = { id: "timeFrame", label: { de: "Zeitrahmen", en: "Time frame" }, type: "text" } as const;

/** What an inside sales agent finds out before a lead is handed over, for each side of the market (C6). */
export const checklists = z.strictObject({
  buyer: list.prefault([
    { id: "incomeVerified", label: { de: "Einkommen geprüft", en: "Income verified" } },
    { id: "preApproval", label: { de: "Finanzierungszusage", en: "Pre-approval" } },
    timeFrame,
    { id: "areas", label: { de: "Gesuchte Lagen", en: "Areas" }, type: "text" },
  ]),
  seller: list.prefault([
    { id: "valuation", label: { de: "Wertermittlung", en: "Valuation" }, type: "number" },
    timeFrame,
    { id: "motivation", label: { de: "Verkaufsgrund", en: "Motivation" }, type: "text" },
    { id: "condition", label: { de: "Zustand", en: "Condition" }, type: "text" },
  ]),
});
export type Checklists = z.infer<typeof checklists>;
