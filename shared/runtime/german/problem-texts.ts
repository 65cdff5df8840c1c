import type { BilingualText } from "./bilingual-text.ts";

/** Titles and details of the problems that are the same wherever they occur. */
export const problemTexts: readonly BilingualText[] = [
  ["Some fields need another value", "Einige Felder brauchen einen anderen Wert"],
  ["Not found", "Nicht gefunden"],
  ["There is no such {Thing}, or it is not yours.", "{Thing} gibt es nicht, oder nicht für Sie."],
  ["Somebody else has changed it", "Jemand anderes hat es geändert"],
  [
    "If-Match names another version than the stored one. Read it again, then repeat your change.",
    "If-Match nennt eine andere Fassung als die gespeicherte. Lesen Sie neu und wiederholen Sie dann Ihre Änderung.",
  ],
  ["Not possible in this status", "In diesem Stand nicht möglich"],
  ["The body is too large", "Der Inhalt ist zu groß"],
  ["At most {} KB are accepted.", "Höchstens {} KB werden angenommen."],
  ["Conflict", "Konflikt"],
  ["It is still in use: {uses}. Change that first.", "Es wird noch gebraucht: {uses}. Ändern Sie zuerst das."],
  ["It was confirmed already.", "Das ist schon bestätigt."],
  [
    "It was refused already. The next review proposes it again if the figures still say so.",
    "Das ist schon abgelehnt. Die nächste Überprüfung schlägt es wieder vor, wenn die Zahlen dann noch dafür sprechen.",
  ],
  [
    "Nobody decided it before the next review, which counts instead: look at the newer proposals.",
    "Bis zur nächsten Überprüfung hat niemand entschieden, jetzt zählt diese: Sehen Sie die neueren Vorschläge an.",
  ],
  [
    "The agent has no tier by now, so there is none to change. Refuse the proposal.",
    "Inzwischen ist keine Stufe mehr eingetragen, die sich ändern könnte. Lehnen Sie den Vorschlag ab.",
  ],
  [
    "The agent's tier is {} by now, not the one that was to change. Refuse the proposal.",
    "Die Stufe ist inzwischen {} und nicht mehr die, die sich ändern sollte. Lehnen Sie den Vorschlag ab.",
  ],
  ["This Idempotency-Key was used for another request", "Dieser Idempotency-Key wurde für eine andere Anfrage benutzt"],
  [
    "Use a new key for each new request, and the same key only to repeat one unchanged.",
    "Nehmen Sie für jede neue Anfrage einen neuen Schlüssel, und denselben nur, um eine unverändert zu wiederholen.",
  ],
  ["Something went wrong on our side", "Bei uns ist etwas schiefgegangen"],
  [
    "Nothing of your request was lost that was answered before. Try again in a moment.",
    "Was beantwortet war, ist nicht verloren. Versuchen Sie es gleich noch einmal.",
  ],
];
