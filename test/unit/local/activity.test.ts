import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createActivity } from "../../../infra/local/time/activity.ts";

describe("activity", () => {
  it("is idle at once when nothing runs", async () => {
    await expect(createActivity().idle(0)).resolves.toBeUndefined();
  });

  it("waits for the last piece, and for work that begins in the moment another ends", async () => {
    const activity = createActivity();
    const order: string[] = [];
    void activity
      .during("first", () => pause(5))
      .then(() => activity.during("second", () => pause(5)).then(() => order.push("second")));
    await activity.idle(1000);
    order.push("idle");
    expect(order).toEqual(["second", "idle"]);
  });

  it("says what hangs", async () => {
    const activity = createActivity();
    activity.begin("invoke Intake");
    activity.begin("invoke Intake");
    await expect(activity.idle(10)).rejects.toThrow("invoke Intake ×2");
  });

  it("ends a piece once, however often it is told", async () => {
    const activity = createActivity();
    const end = activity.begin("a");
    activity.begin("b");
    end();
    end();
    expect(activity.count()).toBe(1);
    expect(activity.describe()).toBe("b ×1");
  });

  it("counts work that throws as ended", async () => {
    const activity = createActivity();
    await expect(activity.during("a", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(activity.count()).toBe(0);
  });
});
