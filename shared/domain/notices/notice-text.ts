import type { Locale } from "../../schemas/primitives.ts";
import type { NoticeKind } from "../effects/notice-request.ts";
import type { NoticeFacts, NoticeTexts } from "./notice-facts.ts";
import { fitSegment } from "./sms-segment.ts";
import { textsDe } from "./texts-de.ts";
import { textsEn } from "./texts-en.ts";

const texts: Readonly<Record<Locale, NoticeTexts>> = { de: textsDe, en: textsEn };

/** An SMS of one GSM-7 segment (160 septets): details are dropped from the end until it fits. */
export function smsText(kind: NoticeKind, locale: Locale, facts: NoticeFacts): string {
  const write = texts[locale].body[kind];
  for (let kept = facts.about.length; kept > 0; kept--) {
    const text = write(facts, facts.about.slice(0, kept).join(", "));
    if (fitSegment(text).fits) {
      return fitSegment(text).text;
    }
  }
  return fitSegment(write(facts, "")).text;
}

/** Subject and text for push and e-mail, where length does not cost. */
export function fullText(kind: NoticeKind, locale: Locale, facts: NoticeFacts): { subject: string; text: string } {
  const { subject, body } = texts[locale];
  return { subject: subject[kind](facts), text: body[kind](facts, facts.about.join(", ")) };
}
