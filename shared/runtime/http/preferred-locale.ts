import type { Locale } from "../../schemas/primitives.ts";

/** German or English by `Accept-Language`, English when neither is asked for. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find((each) => each !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .filter(({ language }) => language === "de" || language === "en")
    .sort((a, b) => b.quality - a.quality);
  return ranked[0]?.language === "de" ? "de" : "en";
}
