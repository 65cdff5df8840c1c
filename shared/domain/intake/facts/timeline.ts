import { folded } from "./plain-text.ts";
import { lookUp } from "./synonyms.ts";

export type Timeline = "now" | "3m" | "6m" | "12m" | "unknown";

const timelines = lookUp<Timeline>({
  now: [
    "sofort",
    "ab sofort",
    "immediately",
    "asap",
    "so bald wie möglich",
    "so schnell wie möglich",
    "jetzt",
    "today",
    "heute",
    "urgent",
    "dringend",
    "umgehend",
    "ready now",
    "this month",
  ],
  "3m": ["quarter", "this quarter", "dieses quartal", "bald", "soon", "kurzfristig"],
  "6m": ["half a year", "halbes jahr", "in einem halben jahr", "mittelfristig", "dieses jahr", "this year"],
  "12m": ["in einem jahr", "nächstes jahr", "next year", "within a year", "langfristig", "year", "a year"],
  unknown: [
    "unbekannt",
    "weiß nicht",
    "weiss nicht",
    "offen",
    "unklar",
    "undecided",
    "just looking",
    "not sure",
    "keine angabe",
  ],
});

const monthsPerUnit: readonly (readonly [RegExp, number])[] = [
  [/^(d|day|days|tag|tage|tagen)$/, 1 / 30],
  [/^(w|week|weeks|woche|wochen|wk|wks)$/, 7 / 30],
  [/^(m|month|months|monat|monate|monaten|mon|mo|mos)$/, 1],
  [/^(y|year|years|jahr|jahre|jahren|yr|yrs)$/, 12],
];

/**
 * When the person wants to act, from words (`sofort`, `within a year`), spans (`1-3 months`, `3 bis 6 Monate`: the later
 * end counts) or an ISO duration (`P3M`). Undefined when unclear or more than a year ahead.
 */
export function standardTimeline(text: string): Timeline | undefined {
  return timelines.exact(text) ?? bySpan(folded(text.replace(/^P(?=\d+[DWMY]$)/i, "")));
}

function bySpan(text: string): Timeline | undefined {
  const spans = [...text.matchAll(/(\d+)\s*(\p{L}+)?/gu)];
  const last = spans.at(-1);
  const months = monthsPerUnit.find(([unit]) => unit.test(last?.[2] ?? ""))?.[1];
  if (last === undefined || months === undefined) {
    return undefined;
  }
  const length = Number(last[1]) * months;
  if (length <= 1) return "now";
  if (length <= 3) return "3m";
  if (length <= 6) return "6m";
  return length <= 12 ? "12m" : undefined;
}
