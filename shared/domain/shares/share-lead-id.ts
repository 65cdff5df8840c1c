const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const size = BigInt(alphabet.length);
/** Of a ULID's 26 characters, those that are random: 80 bits. The ones before are the time, which a share keeps. */
const randomLength = 16;
const space = size ** BigInt(randomLength);
/** Odd, so that multiplying by it loses nothing; with bits in every place, so that neighbours end far apart. */
const spread = 0x9e37_79b9_7f4a_7c15_f39dn;
const step = 0xc2b2_ae3d_27d4_eb4f_1655n;

/**
 * The lead id of share `n`, counted from 1: it follows from the parent's id alone, so whoever repeats the sharing makes
 * the same leads. As random as the parent's own id: no other lead has it.
 */
export function shareLeadId(parentId: string, n: number): string {
  const time = parentId.slice(0, -randomLength);
  const random = [...parentId.slice(-randomLength)].reduce(
    (sum, character) => sum * size + BigInt(alphabet.indexOf(character)),
    0n,
  );
  return time + text((random * spread + BigInt(n) * step) % space);
}

function text(value: bigint): string {
  let rest = value;
  let characters = "";
  for (let i = 0; i < randomLength; i++) {
    characters = (alphabet[Number(rest % size)] ?? "") + characters;
    rest /= size;
  }
  return characters;
}

/** The ids of all shares of a lead that was shared, in their order. */
export function shareLeadIds(parentId: string, { given }: { readonly given: readonly unknown[] }): readonly string[] {
  return given.map((_, i) => shareLeadId(parentId, i + 1));
}
