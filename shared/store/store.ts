import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { FiguresPort } from "../usecases/ports/figures-port.ts";
import type { IntakePort } from "../usecases/ports/intake-port.ts";
import type { PicksPort } from "../usecases/ports/picks-port.ts";
import type { ConfigPort, LeadsPort, LoadsPort, Ports } from "../usecases/ports/ports.ts";
import type { RotationPort } from "../usecases/ports/rotation-port.ts";
import * as agents from "./configuration/agents.ts";
import * as areas from "./configuration/areas.ts";
import * as buyers from "./configuration/buyers.ts";
import { createHeadOrder, readHead } from "./configuration/config-head.ts";
import { createConfiguration } from "./configuration/configuration.ts";
import * as figures from "./configuration/figures.ts";
import * as plans from "./configuration/plans.ts";
import * as sources from "./configuration/sources.ts";
import * as teams from "./configuration/teams.ts";
import * as tiers from "./configuration/tiers.ts";
import * as timeOff from "./configuration/time-off.ts";
import { countUpTo } from "./intake/counters.ts";
import * as idempotency from "./intake/idempotency.ts";
import { mark, readMark } from "./intake/person-mark.ts";
import * as keys from "./intake/source-keys.ts";
import * as body from "./lead/lead-body.ts";
import * as history from "./lead/lead-history.ts";
import * as index from "./lead/lead-index.ts";
import * as link from "./lead/lead-link.ts";
import * as recipients from "./lead/lead-recipients.ts";
import * as state from "./lead/lead-state.ts";
import * as token from "./lead/lead-token.ts";
import * as load from "./rotation/agent-load.ts";
import * as picks from "./rotation/agent-picks.ts";
import * as epoch from "./rotation/pool-epoch.ts";
import * as sequence from "./rotation/pool-sequence.ts";
import * as takers from "./rotation/pool-taker.ts";
import * as tickets from "./rotation/pool-tickets.ts";
import type { Table } from "./table/table.ts";

/** Everything that the one table stands for. `now` (epoch ms) dates versions of the plan and reserved places. */
export function createStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  now: () => number = Date.now,
): Pick<Ports, "leads" | "loads" | "picks" | "rotation" | "intake" | "config" | "figures"> {
  const table = { client, name: tableName };
  return {
    leads: leadsPort(table),
    loads: loadsPort(table, now),
    picks: picksPort(table),
    rotation: rotationPort(table),
    intake: intakePort(table),
    config: configPort(table, now),
    figures: figuresPort(table, now),
  };
}

function leadsPort(table: Table): LeadsPort {
  return {
    state: (...args) => state.readState(table, ...args),
    load: (...args) => state.readLead(table, ...args),
    states: (...args) => state.readStates(table, ...args),
    body: (...args) => body.readBody(table, ...args),
    createBody: (...args) => body.createBody(table, ...args),
    replaceBody: (...args) => body.replaceBody(table, ...args),
    createState: (...args) => state.createState(table, ...args),
    commit: (...args) => state.commitState(table, ...args),
    token: (...args) => token.readToken(table, ...args),
    putToken: (...args) => token.putToken(table, ...args),
    putLink: (...args) => link.putLink(table, ...args),
    link: (...args) => link.readLink(table, ...args),
    history: (...args) => history.readHistory(table, ...args),
    progress: (...args) => history.readProgress(table, ...args),
    recordHistory: (...args) => history.recordHistory(table, ...args),
    claimRecipient: (...args) => recipients.claimRecipient(table, ...args),
    recipients: (...args) => recipients.readRecipients(table, ...args),
    listByStatus: (...args) => index.listByStatus(table, ...args),
    listByOwner: (...args) => index.listByOwner(table, ...args),
    listBySource: (...args) => index.listBySource(table, ...args),
  };
}

function loadsPort(table: Table, now: () => number): LoadsPort {
  return {
    reserve: (...args) => load.reserve(table, now(), ...args),
    release: (...args) => load.release(table, ...args),
    held: (...args) => load.readHeld(table, ...args),
    heldWithRevision: (...args) => load.readHeldWithRevision(table, ...args),
    releaseIfUnchanged: (...args) => load.releaseIfUnchanged(table, ...args),
  };
}

function picksPort(table: Table): PicksPort {
  return {
    picksOf: (agentId) => picks.readPicks(table, agentId),
    replacePicks: (...args) => picks.replacePicks(table, ...args),
    picksOfAll: (...args) => picks.readAllPicks(table, ...args),
  };
}

function rotationPort(table: Table): RotationPort {
  return {
    sequence: (...args) => sequence.readSequence(table, ...args),
    draw: (...args) => sequence.draw(table, ...args),
    epoch: (...args) => epoch.readEpoch(table, ...args),
    putEpoch: (...args) => epoch.putEpoch(table, ...args),
    openEpoch: (...args) => sequence.openEpoch(table, ...args),
    recordGone: (...args) => tickets.recordGone(table, ...args),
    noteExtraTurn: (...args) => tickets.noteExtraTurn(table, ...args),
    lastTaker: (poolKey) => takers.readLastTaker(table, poolKey),
    noteTaker: (...args) => takers.noteTaker(table, ...args),
    recordUsed: (...args) => tickets.recordUsed(table, ...args),
    used: (...args) => tickets.readUsed(table, ...args),
    gone: (...args) => tickets.readGone(table, ...args),
  };
}

function intakePort(table: Table): IntakePort {
  return {
    claim: (...args) => idempotency.claim(table, ...args),
    takeOver: (...args) => idempotency.takeOver(table, ...args),
    claimed: (...args) => idempotency.readClaim(table, ...args),
    mark: (...args) => mark(table, ...args),
    marked: (...args) => readMark(table, ...args),
    countUpTo: (...args) => countUpTo(table, ...args),
  };
}

function figuresPort(table: Table, now: () => number): FiguresPort {
  return {
    save: (...args) => figures.saveFigures(table, ...args),
    reviews: () => tiers.readReviews(table),
    review: (...args) => tiers.readReview(table, ...args),
    recordReview: (...args) => tiers.recordReview(table, ...args),
    proposals: () => tiers.readProposals(table),
    proposal: (...args) => tiers.readProposal(table, ...args),
    propose: (...args) => tiers.propose(table, ...args),
    confirmProposal: (...args) => tiers.confirmProposal(table, now(), ...args),
    decideProposal: (...args) => tiers.decideProposal(table, ...args),
  };
}

function configPort(table: Table, now: () => number): ConfigPort {
  const configurationOf = createConfiguration(table);
  const newest = createHeadOrder();
  const knownKeys: keys.KnownKeys = new Map();
  return {
    current: async () => configurationOf((await newest(async () => ({ head: await readHead(table) }))).head),
    currentWithKey: async (keyHash) => {
      const { head, ...key } = await newest(() => keys.readHeadAndKey(table, knownKeys, keyHash));
      return { config: await configurationOf(head), ...key };
    },
    sourceKey: (...args) => keys.readSourceKey(table, ...args),
    putSourceKey: (...args) => keys.putSourceKey(table, ...args),
    sourceKeys: (...args) => keys.readSourceKeys(table, ...args),
    savePlan: (input, expected) => plans.savePlan(table, input, expected, now()),
    planVersion: (...args) => plans.readPlan(table, ...args),
    planVersions: (...args) => plans.listPlans(table, ...args),
    saveAgent: (...args) => agents.saveAgent(table, now(), ...args),
    deleteAgent: (...args) => agents.deleteAgent(table, now(), ...args),
    saveTeam: (...args) => teams.saveTeam(table, now(), ...args),
    deleteTeam: (...args) => teams.deleteTeam(table, now(), ...args),
    addTimeOff: (...args) => timeOff.addTimeOff(table, now(), ...args),
    deleteTimeOff: (...args) => timeOff.deleteTimeOff(table, now(), ...args),
    saveArea: (...args) => areas.saveArea(table, ...args),
    deleteArea: (...args) => areas.deleteArea(table, ...args),
    saveBuyer: (...args) => buyers.saveBuyer(table, ...args),
    saveBuyerSalts: (...args) => buyers.saveBuyerSalts(table, ...args),
    deleteBuyer: (...args) => buyers.deleteBuyer(table, ...args),
    saveSource: (...args) => sources.saveSource(table, ...args),
    deleteSource: (...args) => sources.deleteSource(table, ...args),
  };
}
