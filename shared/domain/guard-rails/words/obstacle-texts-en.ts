import type { ObstacleTexts } from "./obstacle-texts.ts";

const windows = { hour: "in the last hour", day: "today", week: "this week" } as const;
const assigned = "You still get leads that are assigned to you.";

export const obstacleTextsEn: ObstacleTexts = {
  suspended: ({ until, because }, { at }) => ({
    title: "You cannot pick leads right now",
    detail: `${
      because === "misses"
        ? "Several leads that you picked were not contacted in time."
        : "You have accepted too few of the leads assigned to you."
    } You can pick again from ${at(until)}. ${assigned}`,
  }),
  accessDelay: ({ until, tier }, { at }) =>
    until === undefined
      ? {
          title: "Your tier does not pick leads",
          detail: `You are in tier ${tier}. ${assigned} Tiers are worked out again every week.`,
        }
      : {
          title: "This lead is not open to your tier yet",
          detail: `You can take it from ${at(until)}, if it is still there.`,
        },
  quota: ({ until, window, limit, used }, { at }) => ({
    title: "You have used up your quota",
    detail: `You have picked ${used} of ${limit} leads ${windows[window]}. You can go on from ${at(until)}. ${assigned}`,
  }),
  cooldown: ({ until }, { inSeconds }) => ({
    title: "The time to choose is over",
    detail: `Load the list again in ${seconds(inSeconds(until))}, then you can take a lead.`,
  }),
  held: ({ until }, { inSeconds }) => ({
    title: "Somebody else has it open",
    detail: `Somebody is looking at this lead. Unless they take it, it is free again in ${seconds(inSeconds(until))}.`,
  }),
  ratio: ({ kind, of }) =>
    kind === "mild"
      ? {
          title: "A warm or cold lead comes first",
          detail: `After ${of === 1 ? "a hot lead" : `${of} hot leads`} comes one that is not hot. Take such a one from the list first.`,
        }
      : {
          title: "An older or cold lead comes first",
          detail: `Of every ${of} leads at least one has been here for longer, or is cold. Take such a one from the list first.`,
        },
  missed: ({ until }, { at }) => ({
    title: "You had this lead before",
    detail: `You did not reach the person in time. Until ${at(until)} it is for others to take.`,
  }),
  capacity: ({ limit }) => ({
    title: "You have no room left",
    detail: `You cannot have more than ${limit} open leads at once. Close one, then you can take another.`,
  }),
  paused: () => ({
    title: "You are paused",
    detail: "While you are paused you cannot take leads. Your team leader can make you active again.",
  }),
  inactive: () => ({
    title: "You are not active",
    detail: "Who is no longer active cannot take leads. Ask your team leader.",
  }),
  away: ({ until }, { at }) => ({
    title: "You are entered as away",
    detail: `You cannot take leads until ${at(until)}. If you are here after all, have the entry deleted.`,
  }),
};

function seconds(count: number): string {
  if (count > 90) return `${Math.ceil(count / 60)} minutes`;
  return count === 1 ? "a second" : `${count} seconds`;
}
