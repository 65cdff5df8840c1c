import type { LeadState } from "../../schemas/lead/lead.ts";
import { type Command, type Context, type Decided, refused } from "./command.ts";
import { assign, claim, drain, handOver } from "./commands/assign-commands.ts";
import { convert, erase, giveUp } from "./commands/close-commands.ts";
import { complain } from "./commands/complaint-commands.ts";
import { appointment, logContact, qualify } from "./commands/contact-commands.ts";
import { expireHold, giveBack, open } from "./commands/hold-commands.ts";
import { acceptOffer, declineOffer, expireOffer } from "./commands/offer-commands.ts";
import { expireClaim, recycle } from "./commands/pool-commands.ts";
import { engage, feedback, update } from "./commands/record-commands.ts";
import { refuseReturn, returnLead } from "./commands/return-commands.ts";
import { bringIn } from "./commands/specialist-commands.ts";
import { escalate, giveToBackup, pool, reclaim, repair } from "./commands/timer-commands.ts";
import { isFinal } from "./phase.ts";

/** What is done to a lead that was shared as a whole; everything else is done to one of its shares (C11). */
const ofParent: ReadonlySet<Command["type"]> = new Set(["engage", "feedback", "update", "complain", "erase"]);

/** What nobody of the team does to a share that a buyer has, or is being asked about: it is sold, or may be at any moment (C11). */
const notForBuyers: ReadonlySet<Command["type"]> = new Set<Command["type"]>([
  ...(["contact", "qualify", "appointment", "handOver", "convert", "lose", "unqualify"] as const),
  ...(["feedback", "assign", "claim", "open"] as const),
]);

/**
 * Every change of a lead: the next STATE with the events that make it, no change, or why not. Pure: the time is a
 * parameter, and whoever gets the lead next was chosen and reserved before.
 */
export function decide(command: Command, state: LeadState, context: Context): Decided {
  if (state.shares !== undefined && !ofParent.has(command.type)) return refused({ kind: "shared" });
  const buyerId = isFinal(state.status) ? undefined : state.share?.buyerId;
  if (buyerId !== undefined && notForBuyers.has(command.type)) return refused({ kind: "withBuyer", buyerId });
  switch (command.type) {
    case "accept":
      return acceptOffer(state, command, context);
    case "decline":
      return declineOffer(state, command, context);
    case "expireOffer":
      return expireOffer(state, command, context);
    case "contact":
      return logContact(state, command, context);
    case "qualify":
      return qualify(state, command, context);
    case "appointment":
      return appointment(state, command, context);
    case "handOver":
      return handOver(state, command, context);
    case "convert":
      return convert(state, command, context);
    case "lose":
    case "unqualify":
      return giveUp(state, command, context);
    case "feedback":
      return feedback(state, command, context);
    case "engage":
      return engage(state, command, context);
    case "update":
      return update(state, command, context);
    case "assign":
      return assign(state, command, context);
    case "claim":
      return claim(state, command, context);
    case "open":
      return open(state, command, context);
    case "giveBack":
      return giveBack(state, command, context);
    case "expireHold":
      return expireHold(state, command, context);
    case "return":
      return returnLead(state, command, context);
    case "refuseReturn":
      return refuseReturn(state, command, context);
    case "complain":
      return complain(state, command, context);
    case "bringIn":
      return bringIn(state, command, context);
    case "drain":
      return drain(state, command, context);
    case "expireClaim":
      return expireClaim(state, command, context);
    case "recycle":
      return recycle(state, command, context);
    case "escalate":
      return escalate(state, command, context);
    case "giveToBackup":
      return giveToBackup(state, command, context);
    case "reclaim":
      return reclaim(state, command, context);
    case "pool":
      return pool(state, command, context);
    case "repair":
      return repair(state, command, context);
    case "erase":
      return erase(state, command, context);
  }
}
