import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

export interface PhoneNumber {
  /** E.164. */
  readonly number: string;
  readonly extension?: string;
  /** Of a possible length, but in no range known to be in use; numbers kept for drama are such. */
  readonly doubtful: boolean;
}

const extension = /\b(?:durchwahl|dw|app|apparat|ext|extension|x)\b[.:=\s]*(\d{1,7})/iu;

/**
 * A phone number as E.164 (A2), national numbers read as of `country`. Words around it are left out (`Tel: … ab 17 Uhr`).
 * `isPossible` accepts and `isValid` only flags: new ranges are in use before the number plans know them. Undefined when
 * nobody could dial it.
 */
export function phoneNumber(text: string, country: string | undefined): PhoneNumber | undefined {
  const plain = text.normalize("NFKC");
  const digits = /^[^\p{L}]+/u.exec(plain.replace(/^[^\d+(]+/, ""))?.[0] ?? "";
  const parsed = parsePhoneNumberFromString(
    digits,
    country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {},
  );
  if (!parsed?.isPossible()) {
    return undefined;
  }
  const inside = extension.exec(plain)?.[1];
  return {
    number: parsed.number,
    doubtful: !parsed.isValid(),
    ...(inside === undefined ? {} : { extension: inside }),
  };
}
