import type { ObstacleTexts } from "./obstacle-texts.ts";

const windows = { hour: "in der letzten Stunde", day: "heute", week: "diese Woche" } as const;
const assigned = "Zugeteilte Leads bekommen Sie weiterhin.";

export const obstacleTextsDe: ObstacleTexts = {
  suspended: ({ until, because }, { at }) => ({
    title: "Sie können gerade keine Leads aussuchen",
    detail: `${
      because === "misses"
        ? "Mehrere Leads, die Sie sich ausgesucht haben, wurden nicht rechtzeitig kontaktiert."
        : "Sie haben zuletzt zu wenige zugeteilte Leads angenommen."
    } Ab ${at(until)} können Sie wieder aussuchen. ${assigned}`,
  }),
  accessDelay: ({ until, tier }, { at }) =>
    until === undefined
      ? {
          title: "Leads zum Aussuchen sind für Ihre Stufe nicht offen",
          detail: `Sie sind in Stufe ${tier}. ${assigned} Die Stufen werden jede Woche neu berechnet.`,
        }
      : {
          title: "Für Ihre Stufe ist dieser Lead noch nicht frei",
          detail: `Ab ${at(until)} können Sie ihn nehmen, wenn er dann noch da ist.`,
        },
  quota: ({ until, window, limit, used }, { at }) => ({
    title: "Ihr Kontingent ist ausgeschöpft",
    detail: `Sie haben ${windows[window]} ${used} von ${limit} Leads ausgesucht. Ab ${at(until)} geht es weiter. ${assigned}`,
  }),
  cooldown: ({ until }, { inSeconds }) => ({
    title: "Die Zeit zum Aussuchen ist um",
    detail: `Laden Sie die Liste in ${seconds(inSeconds(until))} neu, dann können Sie wieder einen Lead nehmen.`,
  }),
  held: ({ until }, { inSeconds }) => ({
    title: "Gerade bei jemand anderem geöffnet",
    detail: `Jemand sieht sich diesen Lead gerade an. Wird er nicht genommen, ist er in ${seconds(inSeconds(until))} wieder frei.`,
  }),
  ratio: ({ kind, of }) =>
    kind === "mild"
      ? {
          title: "Erst ist ein warmer oder kalter Lead dran",
          detail: `Nach ${of === 1 ? "einem heißen Lead" : `${of} heißen Leads`} kommt einer, der nicht heiß ist. Nehmen Sie zuerst so einen aus der Liste.`,
        }
      : {
          title: "Erst ist ein älterer oder kalter Lead dran",
          detail: `Von je ${of} Leads ist mindestens einer schon länger da oder kalt. Nehmen Sie zuerst so einen aus der Liste.`,
        },
  missed: ({ until }, { at }) => ({
    title: "Diesen Lead hatten Sie schon",
    detail: `Sie haben die Person nicht rechtzeitig erreicht. Bis ${at(until)} ist er für andere da.`,
  }),
  capacity: ({ limit }) => ({
    title: "Sie haben keinen Platz mehr",
    detail: `Mehr als ${limit} offene Leads auf einmal gehen nicht. Schließen Sie einen ab, dann können Sie wieder einen nehmen.`,
  }),
  paused: () => ({
    title: "Sie machen gerade Pause",
    detail: "Solange Sie pausieren, können Sie keine Leads nehmen. Ihre Teamleitung schaltet Sie wieder aktiv.",
  }),
  inactive: () => ({
    title: "Ihr Zugang ist nicht aktiv",
    detail: "Wer nicht mehr aktiv ist, kann keine Leads nehmen. Fragen Sie Ihre Teamleitung.",
  }),
  away: ({ until }, { at }) => ({
    title: "Sie sind als abwesend eingetragen",
    detail: `Bis ${at(until)} können Sie keine Leads nehmen. Sind Sie doch da, lassen Sie den Eintrag löschen.`,
  }),
};

function seconds(count: number): string {
  if (count > 90) return `${Math.ceil(count / 60)} Minuten`;
  return count === 1 ? "einer Sekunde" : `${count} Sekunden`;
}
