import * as z from "zod";
import { slug } from "../primitives.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use "HH:MM", for example "08:00"');

/** Agents in the order of their turns. */
const onCallAgents = z.array(slug).min(1, "name at least one agent").max(100);

/** A part of the day with people of its own: it lasts until the next shift begins, so that the day has no gap. */
const shift = z.strictObject({ from: timeOfDay, agents: onCallAgents });

/** Who is on call when (C17): around the clock, one turn after the other. */
const rota = z
  .strictObject({
    agents: onCallAgents.optional(),
    /** How long a turn is. */
    turn: z
      .string()
      .regex(/^P[1-9]\d{0,2}[DW]$/, "use whole days or weeks such as P1D or P7D")
      .default("P7D"),
    /** First day of the first agent's turn. */
    startsOn: z.iso.date("use a date such as 2026-11-02"),
    /** When turns change, in the plan's time zone. */
    changesAt: timeOfDay.default("00:00"),
    shifts: z.array(shift).min(1, "leave shifts out, or name at least one").max(12).optional(),
  })
  .superRefine(({ agents, shifts }, context) => {
    if ((agents === undefined) === (shifts === undefined)) {
      context.addIssue({ code: "custom", path: ["agents"], message: "name either agents or shifts with their agents" });
    }
    const starts = shifts?.map(({ from }) => from) ?? [];
    starts.forEach((from, i) => {
      if (starts.indexOf(from) < i) {
        context.addIssue({ code: "custom", path: ["shifts", i, "from"], message: `two shifts begin at ${from}` });
      }
    });
  });
export type Rota = z.infer<typeof rota>;

/** What becomes of leads outside business hours, and who is on call (C17). */
export const onCall = z
  .strictObject({
    /** `normal`: routed as ever; `hold`: wait until the business opens; `onCall`: to whoever is on call. */
    outsideHours: z.enum(["normal", "hold", "onCall"]).default("normal"),
    /** Whether hot leads wait too. */
    holdHot: z.boolean().default(true),
    rota: rota.optional(),
  })
  .refine((value) => value.outsideHours !== "onCall" || value.rota !== undefined, {
    path: ["rota"],
    error: "name the agents on call and the day their turns begin",
  });
export type OnCall = z.infer<typeof onCall>;
