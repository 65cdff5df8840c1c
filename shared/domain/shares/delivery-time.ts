/**
 * How long a delivery may take with all its retries (about an hour and a half), and some more: what is still open then
 * has lost its workflow, and the reconciler gives it a new one. Ms.
 */
const deliveryWithin = 3 * 3_600_000;

/** When the delivery of a share that was given to a buyer at `now` must be over. Epoch ms. */
export function deliveryEnd(now: number): number {
  return now + deliveryWithin;
}
