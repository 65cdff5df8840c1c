import { personMarks } from "../../domain/intake/person-marks.ts";
import { firstState } from "../../domain/lifecycle/first-state.ts";
import type { LeadBody, LeadState } from "../../schemas/lead/lead.ts";
import type { IntakePort } from "../ports/intake-port.ts";
import type { LeadsPort, SecretsPort } from "../ports/ports.ts";
import { simulatedMarks } from "./simulated-marks.ts";

/** Who is known in a simulation: persons by their addresses, companies by their names, sources by their daily counts. */
export interface SimulatedPeople {
  readonly leads: LeadsPort;
  readonly intake: IntakePort;
  readonly secrets: SecretsPort;
  /** A lead that was decided; `agentId` has it, since acceptance is assumed. */
  remember(body: LeadBody, agentId: string | undefined): void;
  /** A person who was known before the simulation began: until `until` (epoch ms) a further lead is a duplicate. */
  rememberPerson(body: LeadBody, agentId: string | undefined, until: number): void;
}

interface Known {
  readonly body: LeadBody;
  readonly agentId: string | undefined;
}

/** Intake asks a simulation for nothing but leads and marks; anything else is a mistake in the simulation. */
const notSimulated = (): never => {
  throw new Error("a simulation keeps no such items");
};

export function simulatedPeople(): SimulatedPeople {
  const known = new Map<string, Known>();
  const marks = simulatedMarks();
  const stateOf = async (leadId: string) => {
    const lead = known.get(leadId);
    return lead && accepted(lead);
  };
  return {
    leads: {
      state: stateOf,
      load: async (leadId) => {
        const lead = known.get(leadId);
        return lead && { state: accepted(lead), body: lead.body };
      },
      states: async (leadIds) => (await Promise.all(leadIds.map(stateOf))).filter((state) => state !== undefined),
      body: async (leadId) => known.get(leadId)?.body,
      ...{ createBody: notSimulated, replaceBody: notSimulated, createState: notSimulated, commit: notSimulated },
      ...{ token: notSimulated, putToken: notSimulated, putLink: notSimulated, link: notSimulated },
      ...{ history: notSimulated, progress: notSimulated, recordHistory: notSimulated },
      ...{ claimRecipient: notSimulated, recipients: notSimulated },
      ...{ claimRecipient: notSimulated, recipients: notSimulated },
      ...{ listByStatus: notSimulated, listByOwner: notSimulated, listBySource: notSimulated },
    },
    intake: {
      ...{ claim: notSimulated, takeOver: notSimulated, claimed: notSimulated },
      marked: async (kind, hash) => marks.holder(kind, hash),
      mark: async (kind, hash, mine, options) => marks.put(kind, hash, mine, options),
      countUpTo: async (counter, cap) => marks.count(counter, cap),
    },
    // Nothing leaves the simulation, so what identifies a person need not be hidden in it.
    secrets: { keyedHash: async (_purpose, text) => text, digest: (text) => text },
    remember: (body, agentId) => void known.set(body.leadId, { body, agentId }),
    rememberPerson(body, agentId, until) {
      for (const { kind, text } of personMarks(body.facts)) {
        const hash = `${kind}:${text}`;
        if (marks.holder(kind, hash) !== undefined) continue;
        marks.put(kind, hash, { leadId: body.leadId, at: body.receivedAt, until });
        known.set(body.leadId, { body, agentId });
      }
    },
  };
}

/** The lead as it stands once the agent who was chosen has accepted it. */
function accepted({ body, agentId }: Known): LeadState {
  const { offer, ...state } = firstState(body);
  if (agentId === undefined || state.status === "duplicate") return state;
  return { ...state, status: "accepted", ownerId: agentId, assignedAt: body.receivedAt };
}
