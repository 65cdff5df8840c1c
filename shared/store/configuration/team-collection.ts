import { teamPartition } from "../../contract/table.ts";
import type { Agent, Team, TimeOff } from "../../schemas/agent.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { agentPrefix, parseAgent } from "./agents.ts";
import { changesPrefix, readTeamChanges, type TeamChange } from "./team-changes.ts";
import { parseTeam, teamPrefix } from "./teams.ts";
import { parseTimeOff, timeOffPrefix } from "./time-off.ts";

/** Agents with their absences, and teams, each in order of ids. */
export interface TeamCollection {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly timeOff: readonly TimeOff[];
  readonly teams: ReadonlyMap<string, Team>;
}

/** As it is kept: absences by agent and id. */
interface KeptTeam {
  readonly team: TeamCollection;
  readonly absences: ReadonlyMap<string, TimeOff>;
}

export const noTeam: KeptTeam = { team: { agents: new Map(), timeOff: [], teams: new Map() }, absences: new Map() };

/** More changes than this are not read one by one: they would not fit into one page of a Query. */
const mostChanges = 1000;

/**
 * The team at `version`, or as it is by now. Whoever knows an earlier one reads what has changed since; the whole
 * partition, consistently, only when that is less, or the changes are not there any more.
 */
export async function readTeamSince(
  table: Table,
  version: number,
  known: { readonly version: number; readonly value: KeptTeam },
): Promise<KeptTeam> {
  const { agents, timeOff } = known.value.team;
  const behind = version - known.version;
  if (behind > 0 && behind <= Math.min(mostChanges, agents.size + timeOff.length)) {
    const changes = await readTeamChanges(table, known.version, version);
    if (changes) return withChanges(known.value, changes);
  }
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :team AND sk < :changes",
    ExpressionAttributeValues: { ":team": teamPartition, ":changes": changesPrefix },
    ConsistentRead: true,
  });
  return withChanges(
    noTeam,
    items.map((item) => ({ sk: String(item.sk), item })),
  );
}

function withChanges({ team, absences: before }: KeptTeam, changes: readonly TeamChange[]): KeptTeam {
  const agents = changedPart(team.agents, changes, agentPrefix, parseAgent);
  const teams = changedPart(team.teams, changes, teamPrefix, parseTeam);
  const absences = changedPart(before, changes, timeOffPrefix, parseTimeOff);
  const timeOff = absences === before ? team.timeOff : [...absences.values()];
  return { team: { agents, timeOff, teams }, absences };
}

/** One kind of items after the changes, by their sort keys without the prefix and in order of them. */
function changedPart<T>(
  before: ReadonlyMap<string, T>,
  changes: readonly TeamChange[],
  prefix: string,
  parse: (item: Item) => T,
): ReadonlyMap<string, T> {
  const own = changes.filter(({ sk }) => sk.startsWith(prefix));
  if (own.length === 0) return before;
  const after = new Map(before);
  for (const { sk, item } of own) {
    if (item === undefined) after.delete(sk.slice(prefix.length));
    else after.set(sk.slice(prefix.length), parse(item));
  }
  const inOrder = [...after.keys()].every((id, i, ids) => i === 0 || (ids[i - 1] ?? "") < id);
  return inOrder ? after : new Map([...after].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
