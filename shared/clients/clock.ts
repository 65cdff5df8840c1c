import { setTimeout as pause } from "node:timers/promises";
import type { ClockPort } from "../usecases/ports/ports.ts";

export const systemClock: ClockPort = {
  now: () => Date.now(),
  sleep: (ms) => pause(ms),
};
