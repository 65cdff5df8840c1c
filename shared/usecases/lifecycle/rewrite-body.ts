import { erasedBody } from "../../domain/lifecycle/erased-body.ts";
import type { LeadBody, LeadNote } from "../../schemas/lead.ts";
import type { Ports } from "../ports.ts";

const mostNotes = 50;

/**
 * Changes BODY after the commit that allowed it. BODY has no version of its own: if the lead was erased meanwhile, what
 * was written is emptied again, so that no late writer brings personal data back.
 */
export async function rewriteBody(
  ports: Pick<Ports, "leads">,
  leadId: string,
  change: (body: LeadBody) => LeadBody,
): Promise<LeadBody | undefined> {
  const lead = await ports.leads.load(leadId, { consistent: true });
  if (lead === undefined) return undefined;
  const body = lead.state.status === "erased" ? erasedBody(lead.body) : change(lead.body);
  await ports.leads.replaceBody(body);
  const state = await ports.leads.state(leadId);
  if (state?.status !== "erased" || lead.state.status === "erased") return body;
  const empty = erasedBody(body);
  await ports.leads.replaceBody(empty);
  return empty;
}

/** BODY with one more note; a repeat of the newest one adds nothing. */
export function withNote(body: LeadBody, note: LeadNote): LeadBody {
  const notes = body.notes ?? [];
  const newest = notes.at(-1);
  if (newest?.by === note.by && newest.text === note.text) return body;
  return { ...body, notes: [...notes, note].slice(-mostNotes) };
}
