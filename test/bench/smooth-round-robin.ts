/**
 * Smooth weighted round robin as nginx has it: everybody gains their weight, the one with most is next and pays the
 * total. What most routers use, and as exact as one can be in few lines; each step looks at everyone.
 */
export function smoothRoundRobin(weights: readonly number[]): () => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const current = weights.map(() => 0);
  return () => {
    let best = 0;
    for (let i = 0; i < weights.length; i++) {
      const gained = (current[i] ?? 0) + (weights[i] ?? 0);
      current[i] = gained;
      if (gained > (current[best] ?? 0)) best = i;
    }
    current[best] = (current[best] ?? 0) - total;
    return best;
  };
}
