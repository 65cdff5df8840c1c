import type { LambdaWorker } from "./worker.ts";

/** The containers of one function: started on demand up to a limit, reused while warm; more invocations wait in order. */
export interface WorkerPool {
  readonly use: <T>(work: (worker: LambdaWorker) => Promise<T>) => Promise<T>;
  /** Makes all workers cold; those at work end, with their invocation failing. */
  readonly restart: () => void;
  /** Ends all workers. */
  readonly stop: () => void;
}

export function createWorkerPool(start: () => LambdaWorker, limit: number): WorkerPool {
  const workers = new Set<LambdaWorker>();
  let idle: LambdaWorker[] = [];
  const waiting: (() => void)[] = [];

  const acquire = async (): Promise<LambdaWorker> => {
    for (;;) {
      const warm = idle.pop();
      if (warm?.alive()) return warm;
      if (warm !== undefined) workers.delete(warm);
      else if (workers.size < limit) {
        const fresh = start();
        workers.add(fresh);
        return fresh;
      } else await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  const stop = (): void => {
    for (const worker of workers) worker.terminate();
    idle = [];
    workers.clear();
  };

  return {
    use: async (work) => {
      const worker = await acquire();
      try {
        return await work(worker);
      } finally {
        if (worker.alive()) idle.push(worker);
        else workers.delete(worker);
        waiting.shift()?.();
      }
    },
    restart: () => {
      for (const worker of workers) {
        if (idle.includes(worker)) worker.renew();
        else worker.terminate();
      }
    },
    stop,
  };
}
