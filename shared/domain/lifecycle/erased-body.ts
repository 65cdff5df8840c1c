import type { LeadBody } from "../../schemas/lead/lead.ts";

/** BODY without anything about the person: what is left says where the lead came from and what became of it (H4). */
export function erasedBody(body: LeadBody): LeadBody {
  const { leadId, sourceId, receivedAt, score, temperature, decision, first, price, areas } = body;
  return {
    leadId,
    sourceId,
    receivedAt,
    facts: {},
    score,
    temperature,
    first,
    ...(decision !== undefined && { decision }),
    ...(price !== undefined && { price }),
    ...(areas !== undefined && { areas }),
  };
}
