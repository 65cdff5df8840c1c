import type { LeadBody, LeadNote } from "../../schemas/lead/lead.ts";

/** Notes of one lead; each may have 2,000 characters. */
const mostNotes = 200;

/** Bytes of BODY as JSON. An item of the table may have 400 KB; what is left is for writers at the same moment. */
const mostBytes = 300_000;

/** What of a lead is full, and how much it may hold: notes, or bytes of all that is known. */
export interface Full {
  readonly part: "notes" | "body";
  readonly most: number;
}

/** Why BODY may not grow like this: it has its notes already, or would be too large to be stored. Undefined: it may. */
export function fullPart(before: LeadBody, after: LeadBody): Full | undefined {
  const [had = 0, has = 0] = [before.notes?.length, after.notes?.length];
  if (has > had && has > mostNotes) return { part: "notes", most: mostNotes };
  return tooLarge(before, after);
}

/** Set when BODY would outgrow the table's items; making a large one smaller is always possible. */
export function tooLarge(before: LeadBody, after: LeadBody): Full | undefined {
  const size = sizeOf(after);
  return size > mostBytes && size > sizeOf(before) ? { part: "body", most: mostBytes } : undefined;
}

/** Two equal notes of one person within this time are one that was sent twice. Ms. */
const doubleTap = 60_000;

/** BODY with one more note, none is ever dropped for it. `repeat`: the request was seen before, so its note may be too. */
export function withNote(body: LeadBody, note: LeadNote, { repeat = false } = {}): LeadBody {
  const notes = body.notes ?? [];
  const known = notes.some(
    ({ at, by, text }) => by === note.by && text === note.text && (repeat || note.at - at < doubleTap),
  );
  return known ? body : { ...body, notes: [...notes, note] };
}

function sizeOf(body: LeadBody): number {
  return new TextEncoder().encode(JSON.stringify(body)).byteLength;
}
