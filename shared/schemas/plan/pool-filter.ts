import * as z from "zod";
import { role } from "../agent.ts";
import { slug } from "../primitives.ts";

/** A fact of the lead that a specialist may have as a skill; `industry` and `companySize` are the company's. */
const matchedSkill = z.enum(["interest", "propertyType", "industry", "companySize", "product"]);
export type MatchedSkill = z.infer<typeof matchedSkill>;

/** Which agents a rule's method may choose from; role `agent` unless another role or agents are named. */
export const poolFilter = z.strictObject({
  team: slug.optional(),
  skills: z.array(z.string().trim().min(1)).min(1).optional(),
  /** `match`: only agents whose territories hold the lead's area; `home`: only their home territories count (C7). */
  areas: z.enum(["match", "home"]).optional(),
  /** `match`: only agents who speak the lead's language, if it is known (C5). */
  languages: z.literal("match").optional(),
  /** Only agents who have the lead's value of each of these among their skills (C5). */
  matchSkills: z.array(matchedSkill).min(1).optional(),
  tier: z.enum(["A", "B", "C"]).optional(),
  role: role.optional(),
  agents: z.array(slug).min(1).optional(),
});
export type PoolFilter = z.infer<typeof poolFilter>;
