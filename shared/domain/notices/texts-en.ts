import type { NoticeTexts } from "./notice-facts.ts";

const heat = { hot: "Hot lead", warm: "New lead", cold: "Lead" } as const;
const comma = (about: string) => (about === "" ? "" : `, ${about}`);
const optional = (text: string | undefined, before = " ") => (text ? `${before}${text}` : "");
const inBrackets = (text: string | undefined) => (text ? ` (${text})` : "");
const less = (count = 0) =>
  count === 0 ? "" : ` You can pick ${count === 1 ? "one lead" : `${count} leads`} less today.`;

/** English messages. Short enough for one SMS segment; the reader knows what to do next. */
export const textsEn: NoticeTexts = {
  subject: {
    offer: ({ temperature, until }) => `${heat[temperature]} for you${until ? `: accept by ${until}` : ""}`,
    assigned: ({ name }) => `A lead is yours now: ${name}`,
    accepted: ({ name }) => `Accepted: ${name}`,
    takenBack: ({ name }) => `Lead handed on: ${name}`,
    handedOver: ({ name }) => `Handed over: ${name}`,
    pickMissed: ({ name }) => `Not reached in time: ${name}`,
    suspended: ({ until }) => `No picking until ${until}`,
    agentSuspended: ({ agentName, until }) => `${agentName ?? "Somebody"} cannot pick leads until ${until}`,
    enquiredAgain: ({ name }) => `${name} has enquired again`,
    waiting: ({ name }) => `No contact yet: ${name} is waiting`,
    posted: ({ name }) => `New in the pool: ${name}`,
    pooled: ({ name }) => `Nobody accepted: ${name}`,
    queued: ({ name }) => `Nobody available: ${name} is waiting`,
    returnAsked: ({ name }) => `Reported as a bad lead: ${name}`,
    returned: ({ name }) => `Returned to its source: ${name}`,
    returnRefused: ({ name }) => `Not returned: ${name} stays with you`,
    complained: ({ name, agentName }) => `${agentName ?? "Somebody"} complains: ${name}`,
    interest: ({ name }) => `New interest: ${name}`,
    helpWanted: ({ name }) => `A specialist is wanted: ${name}`,
    returnToSource: ({ reference }) => `Lead ${reference} comes back`,
  },
  body: {
    offer: ({ temperature, name, until, link, code, declinable = true }, about) =>
      `${heat[temperature]}: ${name}${comma(about)}. By ${until}: ${link} or reply 1 ${code}${declinable ? ` (2 ${code} = no)` : ""}`,
    assigned: ({ name, until, link, reason }, about) =>
      `Your lead: ${name}${comma(about)}${optional(reason, ", ")}. Contact by ${until}: ${link}`,
    accepted: ({ name, contact, until, link }) =>
      `Your lead: ${name}${optional(contact)}. Contact by ${until}: ${link}`,
    takenBack: ({ name, agentName, offered, reason }) =>
      agentName === undefined || offered
        ? `The lead ${name} is no longer with you${optional(reason, ": ")}.`
        : `The lead ${name} is with ${agentName} now, no longer with you${inBrackets(reason)}.`,
    handedOver: ({ name, agentName, offered, reason }) =>
      agentName === undefined
        ? `The lead ${name} is handed over and waits for somebody to take it${inBrackets(reason)}.`
        : `The lead ${name} is ${offered ? "offered" : "handed over"} to ${agentName}${inBrackets(reason)}.`,
    pickMissed: ({ name, claimsLess }) =>
      `${name} is no longer with you: not reached in time. Only a conversation counts, not an attempt.${less(claimsLess)}`,
    suspended: ({ until, reason }) =>
      `You cannot pick leads until ${until}${optional(reason, ": ")}. Leads are still assigned to you.`,
    agentSuspended: ({ agentName, until, reason }) =>
      `${agentName ?? "Somebody"} cannot pick leads until ${until}${optional(reason, ": ")}. Please talk about it.`,
    enquiredAgain: ({ name, link }, about) =>
      `${name} has enquired again${comma(about)}. Please get in touch${optional(link, ": ")}`,
    waiting: ({ temperature, name, agentName, until }, about) =>
      `${heat[temperature]} without contact: ${name}${comma(about)}, with ${agentName ?? "nobody"}.${until ? ` At ${until} it goes to the backup.` : " Please look after it."}`,
    posted: ({ temperature, name, from, until, link }, about) =>
      `${heat[temperature]} in the pool: ${name}${comma(about)}. ${from ? `Yours to take from ${from}` : "Take it first"}${until ? ` (until ${until})` : ""}: ${link}`,
    pooled: ({ temperature, name }, about) =>
      `${heat[temperature]} nobody accepted: ${name}${comma(about)}. It is in the pool now; please assign it.`,
    queued: ({ temperature, name, reason }, about) =>
      `${heat[temperature]} is waiting: ${name}${comma(about)}. Nobody is available${optional(reason, " (")}${reason ? ")" : ""}.`,
    returnAsked: ({ name, agentName, reason }, about) =>
      `${agentName ?? "Somebody"} reports the lead ${name}${about === "" ? "" : `, ${about},`} as bad${optional(reason, ": ")}. Please return it or refuse.`,
    returned: ({ name, reason }) =>
      `The lead ${name} went back to its source${optional(reason, ": ")}. If it cost you a turn, you get another one.`,
    returnRefused: ({ name, link, reason }) =>
      `The lead ${name} is not returned and stays with you${optional(reason, ": ")}${optional(link, ". ")}`,
    complained: ({ name, agentName, reference, reason }, about) =>
      `${agentName ?? "Somebody"} complains about who got the lead ${name}${comma(about)} (${reference}). Please look into it and answer.${optional(reason, " Reason: ")}`,
    interest: ({ name, agentName, reason, link }) =>
      `${name} shows new interest${optional(reason, ": ")}. ${agentName ?? "A specialist"} knows and can help${optional(link, ": ")}`,
    helpWanted: ({ name, agentName, reason }, about) =>
      `You are wanted as a specialist: ${name}${comma(about)}${optional(reason, ", ")}. Please talk to ${agentName ?? "the owner"}.`,
    returnToSource: ({ reference, reason }) =>
      `We return the lead ${reference}${optional(reason, ": ")}. Please credit it as agreed.`,
  },
};
