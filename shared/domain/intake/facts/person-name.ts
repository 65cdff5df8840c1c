import { oneLine } from "./plain-text.ts";

/** Words that stay small inside a surname. */
const particles = new Set(
  "von van der den dem de zu zur zum vom und y e da das do dos di del della la le ten ter af av".split(" "),
);
/** Scripts in which names are written with capitals. */
const capitalised = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{P}\p{Zs}]+$/u;

/**
 * A person's name as it is written (A2): one line, and sensible capitals when it came in capitals or small letters only
 * (`ERIKA MUSTERMANN`, `müller-lüdenscheidt`). A name in mixed case is left as its bearer wrote it (`McArthur`, `de Boer`).
 */
export function personName(text: string): string {
  const name = oneLine(text);
  const lower = name.toLowerCase();
  const shouted = name === name.toUpperCase() && name !== lower;
  const whispered = name === lower && name !== name.toUpperCase();
  if (!(shouted || whispered) || !capitalised.test(name)) {
    return name;
  }
  return lower.split(" ").map(word).join(" ").normalize("NFC");
}

function word(text: string): string {
  return particles.has(text) ? text : text.split("-").map(part).join("-");
}

/** One part of a double name: `o'neill` → `O'Neill`, `mcdonald` → `McDonald`. */
function part(text: string): string {
  return text.replace(
    /^(mc(?=\p{L}{3})|[od]['’](?=\p{L}))?(\p{L})/u,
    (_, prefix: string | undefined, letter: string) => {
      return capital(prefix ?? "") + capital(letter);
    },
  );
}

/** Capital first letter, where one letter stays one letter (`ß` has no capital at the start of a word). */
function capital(text: string): string {
  const [first = "", ...rest] = text;
  const upper = first.toUpperCase();
  return (upper.length === first.length ? upper : first) + rest.join("");
}

/** `Erika Mustermann` → first and last name; the particles of a surname stay with it (`Ursula von der Leyen`). */
export function splitName(text: string): { readonly firstName?: string; readonly lastName?: string } {
  const name = oneLine(text);
  const [last = "", first = ""] = name.split(/\s*,\s*/, 2);
  if (first !== "") {
    return { firstName: first, lastName: last };
  }
  const words = name.split(" ").filter(Boolean);
  if (words.length < 2) {
    return words.length === 0 ? {} : { lastName: name };
  }
  const particle = words.findIndex((each, index) => index > 0 && particles.has(each.toLowerCase()));
  const surname = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { firstName: words.slice(0, surname).join(" "), lastName: words.slice(surname).join(" ") };
}
