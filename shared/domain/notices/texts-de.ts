import type { NoticeTexts } from "./notice-facts.ts";

const heat = { hot: "Heißer Lead", warm: "Neuer Lead", cold: "Lead" } as const;
const comma = (about: string) => (about === "" ? "" : `, ${about}`);
const optional = (text: string | undefined, before = " ") => (text ? `${before}${text}` : "");
const inBrackets = (text: string | undefined) => (text ? ` (${text})` : "");
const less = (count = 0) =>
  count === 0 ? "" : ` Heute ${count} ${count === 1 ? "Lead" : "Leads"} weniger zum Aussuchen.`;

/** German messages. Short enough for one SMS segment; the reader knows what to do next. */
export const textsDe: NoticeTexts = {
  subject: {
    offer: ({ temperature, until }) => `${heat[temperature]} für Sie${until ? `: bis ${until} annehmen` : ""}`,
    assigned: ({ name }) => `Ihnen wurde ein Lead zugeteilt: ${name}`,
    accepted: ({ name }) => `Angenommen: ${name}`,
    takenBack: ({ name }) => `Lead abgegeben: ${name}`,
    handedOver: ({ name }) => `Übergeben: ${name}`,
    pickMissed: ({ name }) => `Nicht rechtzeitig erreicht: ${name}`,
    suspended: ({ until }) => `Kein Aussuchen bis ${until}`,
    agentSuspended: ({ agentName, until }) => `${agentName ?? "Jemand"} kann bis ${until} keine Leads aussuchen`,
    enquiredAgain: ({ name }) => `${name} hat sich erneut gemeldet`,
    waiting: ({ name }) => `Kein Kontakt: ${name} wartet`,
    posted: ({ name }) => `Neu im Pool: ${name}`,
    pooled: ({ name }) => `Niemand hat angenommen: ${name}`,
    queued: ({ name }) => `Niemand verfügbar: ${name} wartet`,
    returnAsked: ({ name }) => `Als schlechter Lead gemeldet: ${name}`,
    returned: ({ name }) => `Zurückgegeben: ${name}`,
    returnRefused: ({ name }) => `Nicht zurückgegeben: ${name} bleibt bei Ihnen`,
    complained: ({ name, agentName }) => `Beschwerde${agentName === undefined ? "" : ` von ${agentName}`}: ${name}`,
    interest: ({ name }) => `Neues Interesse: ${name}`,
    helpWanted: ({ name }) => `Ihr Fachwissen ist gefragt: ${name}`,
    returnToSource: ({ reference }) => `Lead ${reference} kommt zurück`,
  },
  body: {
    offer: ({ temperature, name, until, link, code, declinable = true }, about) =>
      `${heat[temperature]}: ${name}${comma(about)}. Bis ${until}: ${link} oder Antwort 1 ${code}${declinable ? ` (2 ${code} = nein)` : ""}`,
    assigned: ({ name, until, link, reason }, about) =>
      `Ihr Lead: ${name}${comma(about)}${optional(reason, ", ")}. Kontakt bis ${until}: ${link}`,
    accepted: ({ name, contact, until, link }) =>
      `Ihr Lead: ${name}${optional(contact)}. Kontakt bis ${until}: ${link}`,
    takenBack: ({ name, agentName, offered, reason }) =>
      agentName === undefined || offered
        ? `Der Lead ${name} ist nicht mehr bei Ihnen${optional(reason, ": ")}.`
        : `Der Lead ${name} ist jetzt bei ${agentName}, nicht mehr bei Ihnen${inBrackets(reason)}.`,
    handedOver: ({ name, agentName, offered, reason }) =>
      agentName === undefined
        ? `Der Lead ${name} ist übergeben und wartet auf jemanden, der ihn übernimmt${inBrackets(reason)}.`
        : `Der Lead ${name} ist ${offered ? `${agentName} zur Übernahme angeboten` : `an ${agentName} übergeben`}${inBrackets(reason)}.`,
    pickMissed: ({ name, claimsLess }) =>
      `${name} ist nicht mehr bei Ihnen: in der Frist nicht erreicht. Nur ein Gespräch zählt, kein Versuch.${less(claimsLess)}`,
    suspended: ({ until, reason }) =>
      `Bis ${until} können Sie keine Leads aussuchen${optional(reason, ": ")}. Zugeteilte bekommen Sie weiter.`,
    agentSuspended: ({ agentName, until, reason }) =>
      `${agentName ?? "Jemand"} kann bis ${until} keine Leads aussuchen${optional(reason, ": ")}. Bitte sprechen Sie darüber.`,
    enquiredAgain: ({ name, link }, about) =>
      `${name} hat sich erneut gemeldet${comma(about)}. Bitte melden Sie sich${optional(link, ": ")}`,
    waiting: ({ temperature, name, agentName, until }, about) =>
      `${heat[temperature]} ohne Kontakt: ${name}${comma(about)}, bei ${agentName ?? "niemandem"}.${until ? ` Um ${until} geht er an die Vertretung.` : " Bitte kümmern Sie sich darum."}`,
    posted: ({ temperature, name, from, until, link }, about) =>
      `${heat[temperature]} im Pool: ${name}${comma(about)}. ${from ? `Für Sie ab ${from}` : "Jetzt zugreifen"}${until ? ` (bis ${until})` : ""}: ${link}`,
    pooled: ({ temperature, name }, about) =>
      `${heat[temperature]} ohne Annahme: ${name}${comma(about)}. Er liegt jetzt im Pool; bitte zuteilen.`,
    queued: ({ temperature, name, reason }, about) =>
      `${heat[temperature]} wartet: ${name}${comma(about)}. Niemand ist verfügbar${optional(reason, " (")}${reason ? ")" : ""}.`,
    returnAsked: ({ name, agentName, reason }, about) =>
      `${agentName ?? "Jemand"} meldet den Lead ${name}${about === "" ? "" : `, ${about},`} als schlecht${optional(reason, ": ")}. Bitte zurückgeben oder ablehnen.`,
    returned: ({ name, reason }) =>
      `Der Lead ${name} ging an die Quelle zurück${optional(reason, ": ")}. War er in der Reihe gezählt, sind Sie dafür noch einmal dran.`,
    returnRefused: ({ name, link, reason }) =>
      `Der Lead ${name} wird nicht zurückgegeben und bleibt bei Ihnen${optional(reason, ": ")}${optional(link, ". ")}`,
    complained: ({ name, agentName, reference, reason }, about) =>
      `${agentName ?? "Jemand"} beschwert sich über die Vergabe des Leads ${name}${comma(about)} (${reference}). Bitte prüfen und antworten.${optional(reason, " Begründung: ")}`,
    interest: ({ name, agentName, reason, link }) =>
      `${name} zeigt neues Interesse${optional(reason, ": ")}. ${agentName ?? "Jemand vom Fach"} weiß Bescheid und kann helfen${optional(link, ": ")}`,
    helpWanted: ({ name, agentName, reason }, about) =>
      `Ihr Fachwissen ist gefragt: ${name}${comma(about)}${optional(reason, ", ")}. Bitte sprechen Sie sich mit ${agentName ?? "der zuständigen Person"} ab.`,
    returnToSource: ({ reference, reason }) =>
      `Wir geben den Lead ${reference} zurück${optional(reason, ": ")}. Bitte schreiben Sie ihn wie vereinbart gut.`,
  },
};
