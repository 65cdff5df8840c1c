/** The same in English and German. `{}` is what stays as it is; `{kind}` and the like are words with a German of their own. */
export type BilingualText = readonly [english: string, german: string];

/** The German of a text; undefined when there is none. */
export type Translation = (english: string) => string | undefined;

/** What translates the words in a placeholder, by its name. */
export type PlaceholderWords = Readonly<Record<string, Translation>>;

const placeholder = /\{(\w*)\}/g;

/** Texts without a placeholder are looked up; of the others the one that says most is tried first. */
export function translationBy(texts: readonly BilingualText[], words: PlaceholderWords): Translation {
  const plain = new Map(texts.filter(([english]) => !english.includes("{")));
  const patterns = texts
    .filter(([english]) => english.includes("{"))
    .toSorted(([a], [b]) => wordsIn(b) - wordsIn(a))
    .map((text) => patternOf(text, words));
  return (english) => {
    const found = plain.get(english);
    if (found !== undefined) return found;
    for (const translate of patterns) {
      const german = translate(english);
      if (german !== undefined) return german;
    }
    return undefined;
  };
}

/** How much a text says by itself. */
const wordsIn = (english: string): number => english.replace(placeholder, "").length;

function patternOf([english, german]: BilingualText, words: PlaceholderWords): Translation {
  const names = [...english.matchAll(placeholder)].map(([, name = ""]) => name);
  const source = english.split(/\{\w*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${source.join("(.+)")}$`, "s");
  return (text) => {
    const values = pattern.exec(text)?.slice(1);
    if (values === undefined) return undefined;
    const rest = values.map((value, i) => (names[i] ? words[names[i]]?.(value) : value));
    if (rest.includes(undefined)) return undefined;
    return german.replace(placeholder, () => rest.shift() ?? "");
  };
}
