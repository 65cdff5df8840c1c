/** Seeds of a property test: few in `npm test`, many in `npm run test:soak`, one that failed by `FAIRLEAD_SEED`. */
export function seedsToRun({ quick, soak }: { readonly quick: number; readonly soak: number }): readonly number[] {
  const replayed = process.env.FAIRLEAD_SEED;
  if (replayed !== undefined) {
    return [Number(replayed)];
  }
  const count = process.env.FAIRLEAD_SOAK === undefined ? quick : soak;
  return Array.from({ length: count }, (_, index) => index + 1);
}
