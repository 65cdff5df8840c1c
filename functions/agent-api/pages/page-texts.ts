import type { Locale } from "../../../shared/schemas/primitives.ts";
import { de } from "./texts-de.ts";
import { en } from "./texts-en.ts";

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer E)[]
      ? readonly Widen<E>[]
      : { readonly [K in keyof T]: Widen<T[K]> };
export type PageTexts = Widen<typeof de>;

/** Everything the agents' pages say. */
export const pageTexts: Readonly<Record<Locale, PageTexts>> = { de, en };
