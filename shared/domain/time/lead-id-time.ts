const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** When the lead id was made, epoch ms: the first ten digits of its ULID, base 32. Something long ago for other ids. */
export function leadIdTime(leadId: string): number {
  let time = 0;
  for (const digit of leadId.slice(3, 13)) time = time * 32 + digits.indexOf(digit);
  return time;
}
