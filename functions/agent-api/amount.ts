/** A separator before exactly three digits sets thousands apart, one before one or two is the decimal point: `450.000,50`. */
export function amountOf(text: string): number {
  const digits = text.trim().replace(/[., ](?=\d{3}(?!\d))/g, "");
  return Number(digits.replace(",", "."));
}
