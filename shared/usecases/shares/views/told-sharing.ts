import type { CountedBody } from "../../../domain/shares/exclusivity.ts";
import { sharingWords } from "../../../domain/shares/sharing-text.ts";
import type { Locale } from "../../../schemas/primitives.ts";

/** Whether the lead is exclusive or how many have it, as pages tell it (C11); undefined when nobody said. */
export function toldSharing(body: CountedBody, locale: Locale): string | undefined {
  return sharingWords(body, locale);
}
