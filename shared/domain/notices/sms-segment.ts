/** GSM 03.38 basic characters: one septet each. */
const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Extension table: an escape and the character, two septets. */
const extended = new Set("^{}\\[~]|€");

const segmentSeptets = 160;

/**
 * The text in GSM-7 (other characters lose their accents or become `?`: one of them would cut the segment to 70), and
 * whether it fits one segment. A text that does not fit is cut, never sent as two.
 */
export function fitSegment(text: string): { readonly text: string; readonly fits: boolean } {
  let septets = 0;
  let kept = "";
  for (const character of [...text].map(toGsm7).join("")) {
    septets += extended.has(character) ? 2 : 1;
    if (septets > segmentSeptets) {
      return { text: kept, fits: false };
    }
    kept += character;
  }
  return { text: kept, fits: true };
}

const replacements: Readonly<Record<string, string>> = {
  "„": '"',
  "“": '"',
  "”": '"',
  "’": "'",
  "‘": "'",
  "–": "-",
  "—": "-",
  "…": "...",
  "·": "-",
  "\u00a0": " ",
};

function toGsm7(character: string): string {
  if (basic.has(character) || extended.has(character)) {
    return character;
  }
  const replaced = replacements[character] ?? character.normalize("NFD").replace(/\p{M}/gu, "");
  return [...replaced].every((each) => basic.has(each)) ? replaced : "?";
}
