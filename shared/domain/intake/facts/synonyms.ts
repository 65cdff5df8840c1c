import { folded } from "./plain-text.ts";

/** Standard value → the words for it, in any spelling that `folded` makes equal. */
export type Synonyms<T extends string> = Readonly<Record<T, readonly string[]>>;

export interface LookUp<T extends string> {
  /** By the whole text. */
  readonly exact: (text: string) => T | undefined;
  /** Also by single words and neighbouring pairs; several different hits are no hit. */
  readonly within: (text: string) => T | undefined;
}

/** Finds the standard value for a text (A2). A synonym ending in `*` stands for every word that begins so (`verkauf*`). */
export function lookUp<T extends string>(synonyms: Synonyms<T>): LookUp<T> {
  const byText = new Map<string, T>();
  const byStem = new Map<string, T>();
  for (const value of Object.keys(synonyms) as T[]) {
    byText.set(folded(value), value);
    for (const synonym of synonyms[value]) {
      (synonym.endsWith("*") ? byStem : byText).set(folded(synonym), value);
    }
  }
  const exact = (text: string): T | undefined => byText.get(folded(text));
  const within = (text: string): T | undefined => {
    const words = folded(text).split(" ");
    const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
    const stem = (word: string) => [...byStem].find(([start]) => word.startsWith(start))?.[1];
    const found = new Set([...words, ...pairs].map((word) => byText.get(word) ?? stem(word)));
    found.delete(undefined);
    return found.size === 1 ? [...found][0] : undefined;
  };
  return { exact, within: (text) => exact(text) ?? within(text) };
}
