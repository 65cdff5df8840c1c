import * as z from "zod";
import { weeklyHours } from "./business-hours.ts";
import { instantMs, isoInstant, locale, slug, timeZone } from "./primitives.ts";

export const role = z.enum(["agent", "isa", "leader", "manager"]);
export type Role = z.infer<typeof role>;

export const noticeChannel = z.enum(["push", "sms", "email"]);
export type NoticeChannel = z.infer<typeof noticeChannel>;

export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "use E.164, for example +4930123456");

/** Body of `PUT /v1/agents/{id}`. */
export const agentInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  email: z.email(),
  phone: e164.optional(),
  /** ARN of the agent's mobile push endpoint. */
  pushEndpoint: z.string().max(300).optional(),
  team: slug,
  role: role.default("agent"),
  status: z.enum(["active", "paused", "inactive"]).default("active"),
  /** Place in the documented rotation order; ties by id. */
  order: z.number().int().min(0).max(1_000_000).optional(),
  weight: z.number().positive().max(100).default(1),
  tier: z.enum(["A", "B", "C"]).optional(),
  /** Most leads offered or owned at once; the plan's `capacity` when left out. */
  capacity: z.number().int().min(0).max(1000).optional(),
  skills: z.array(z.string().trim().min(1).max(64)).max(50).optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, "use a two-letter language code such as de"))
    .max(20)
    .optional(),
  locale: locale.default("de"),
  territories: z
    .union([
      z.array(slug).max(500),
      z.strictObject({ home: z.array(slug).max(500), others: z.array(slug).max(500).optional() }),
    ])
    .optional(),
  salesTarget: z.number().nonnegative().optional(),
  startedOn: z.iso.date("use a date such as 2026-11-01").optional(),
  backups: z.array(slug).max(20).optional(),
  channels: z.array(noticeChannel).min(1).max(3).optional(),
  workingHours: weeklyHours.optional(),
  timezone: timeZone.optional(),
});
export type AgentInput = z.infer<typeof agentInput>;

export const timeOffInput = z
  .strictObject({ from: isoInstant, to: isoInstant, reason: z.string().max(200).optional() })
  .refine((off) => Date.parse(off.from) < Date.parse(off.to), { path: ["to"], error: "must come after from" });
export type TimeOffInput = z.infer<typeof timeOffInput>;

/** A stored absence: the agent is away from `from` (included) to `to` (excluded). */
export const timeOff = z.strictObject({
  timeOffId: z.string(),
  agentId: slug,
  from: instantMs,
  to: instantMs,
  reason: z.string().optional(),
});
export type TimeOff = z.infer<typeof timeOff>;

export const agent = agentInput.extend({ agentId: slug, version: z.number().int().positive() });
export type Agent = z.infer<typeof agent>;

export const teamInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  leaderId: slug.optional(),
  deputyId: slug.optional(),
});
export type TeamInput = z.infer<typeof teamInput>;

export const team = teamInput.extend({ teamId: slug, version: z.number().int().positive() });
export type Team = z.infer<typeof team>;
