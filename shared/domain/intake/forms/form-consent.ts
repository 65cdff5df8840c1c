import type { Consent } from "../../../schemas/lead/lead-input.ts";
import { defined } from "../defined.ts";
import { type Fields, isFields } from "../field-paths.ts";

/** From where a form was sent: evidence (A5), taken from the request and not from the visitor's own fields. */
export interface FormOrigin {
  /** Epoch ms. */
  readonly at: number;
  readonly ip: string;
  readonly userAgent?: string | undefined;
  readonly pageUrl?: string | undefined;
}

const yes = new Set(["on", "yes", "true", "1", "ja", "checked", "y", "x"]);
const no = new Set(["off", "no", "false", "0", "nein", "unchecked", "n"]);

/**
 * Consent from a form's checkbox `consent` with the hidden fields `consentText` and `consentVersion` (A5). A checkbox whose
 * value is the sentence itself is consent to that sentence; one that is not sent is no statement at all.
 */
export function consentFrom(form: Fields, { at, ip, userAgent, pageUrl }: FormOrigin): Consent | undefined {
  const { consent: box, consentText, consentVersion } = form;
  if (box === undefined || box === null || box === "") {
    return undefined;
  }
  const stated = isFields(box) ? box : {};
  const word = String(isFields(box) ? box.given : box).trim();
  const text = stated.text ?? consentText ?? (isWord(word) ? undefined : word);
  return {
    given: !no.has(word.toLowerCase()),
    ...defined({
      text: short(text, 5000),
      version: short(stated.version ?? consentVersion, 64),
      channels: Array.isArray(stated.channels) ? stated.channels.map(String).slice(0, 10) : undefined,
      pageUrl: short(form.pageUrl ?? stated.pageUrl ?? pageUrl, 2000),
      userAgent: short(userAgent, 500),
    }),
    givenAt: new Date(at).toISOString(),
    ip,
  };
}

const isWord = (text: string): boolean => yes.has(text.toLowerCase()) || no.has(text.toLowerCase());
const short = (value: unknown, length: number): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, length) : undefined;
