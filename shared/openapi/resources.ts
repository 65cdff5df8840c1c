import type { Resource } from "./resource.ts";
import { agents } from "./resources/agents.ts";
import { areas } from "./resources/areas.ts";
import { buyers } from "./resources/buyers.ts";
import { description } from "./resources/description.ts";
import { forms } from "./resources/leads/forms.ts";
import { intake } from "./resources/leads/intake.ts";
import { leadActions } from "./resources/leads/lead-actions.ts";
import { leads } from "./resources/leads/leads.ts";
import { links } from "./resources/leads/links.ts";
import { onCall } from "./resources/plan/on-call.ts";
import { plan } from "./resources/plan/plan.ts";
import { pools } from "./resources/plan/pools.ts";
import { tiers } from "./resources/plan/tiers.ts";
import { reports } from "./resources/reports.ts";
import { sources } from "./resources/sources.ts";
import { teams } from "./resources/teams.ts";
import { timeOff } from "./resources/time-off.ts";

/** The document's sections, in the order in which they are read. */
export const resources: readonly Resource[] = [
  intake,
  forms,
  leads,
  leadActions,
  links,
  plan,
  pools,
  onCall,
  tiers,
  agents,
  timeOff,
  teams,
  areas,
  sources,
  buyers,
  reports,
  description,
];
