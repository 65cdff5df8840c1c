import { virtualNow } from "../time/clock.ts";

/**
 * Makes `Date` of this thread tell virtual time. Only "now" changes: dates made from arguments, timers and
 * `performance` stay as they are.
 */
export function installVirtualDate(offset: SharedArrayBuffer): void {
  const RealDate = Date;
  const realNow = RealDate.now;
  const now = (): number => virtualNow(offset, realNow());
  const VirtualDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === "now" ? now : Reflect.get(target, property, receiver)),
  });
  RealDate.prototype.constructor = VirtualDate;
  globalThis.Date = VirtualDate;
}
