import { teamPartition } from "../../contract/table.ts";
import { type Agent, type AgentInput, agent, type Team, type TimeOff } from "../../schemas/agent.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
import { batchGet } from "../table/batch-get.ts";
import { queryAll } from "../table/query-all.ts";
import type { Item, Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { deletion, putNext, saveVersioned } from "../table/versioned.ts";
import { changed } from "./config-head.ts";
import { newTeam, parseTeam, teamKey, teamPrefix } from "./teams.ts";
import { parseTimeOff, timeOffKeys, timeOffPrefix } from "./time-off.ts";

const prefix = "AGENT#";
const key = (agentId: string) => ({ pk: teamPartition, sk: `${prefix}${agentId}` });

const stored = agent.strip();
export const parseAgent = (item: Item): Agent => stored.parse(item);

/** Agents with their absences, and teams, each in order of ids. */
export interface TeamCollection {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly timeOff: readonly TimeOff[];
  readonly teams: ReadonlyMap<string, Team>;
}

/** Consistent Query of the whole partition. */
export async function readTeamCollection(table: Table): Promise<TeamCollection> {
  const items = await queryAll(table, {
    KeyConditionExpression: "pk = :team",
    ExpressionAttributeValues: { ":team": teamPartition },
    ConsistentRead: true,
  });
  const of = (wanted: string) => items.filter((item) => String(item.sk).startsWith(wanted));
  return {
    agents: new Map(
      of(prefix)
        .map(parseAgent)
        .map((each) => [each.agentId, each]),
    ),
    timeOff: of(timeOffPrefix).map(parseTimeOff),
    teams: new Map(
      of(teamPrefix)
        .map(parseTeam)
        .map((each) => [each.teamId, each]),
    ),
  };
}

/** Transaction: the agent's next version, the agent's team if it is missing, and the head. */
export function saveAgent(
  table: Table,
  agentId: string,
  input: AgentInput,
  expected: number | undefined,
): Promise<Saved<Agent>> {
  return saveVersioned(table, expected, async () => {
    const items = await batchGet(table, [key(agentId), teamKey(input.team)], { consistent: true });
    const standing = items.find((item) => item.sk === key(agentId).sk);
    const hasTeam = items.some((item) => item.sk === teamKey(input.team).sk);
    return {
      current: standing && parseAgent(standing),
      next: (version) => {
        const item = { ...input, agentId, version };
        const made = hasTeam ? [] : [newTeam(table, input.team)];
        return { item, writes: [putNext(table, { ...key(agentId), ...item }), ...made, changed(table, "team")] };
      },
    };
  });
}

/** DynamoDB's limit of writes in one transaction. */
const transactionSize = 100;

/** Transactions: deletes the agent with all absences, and the head; false when there is no such agent. */
export async function deleteAgent(table: Table, agentId: string): Promise<boolean> {
  const absences = (await timeOffKeys(table, agentId)).map((each) => ({
    Delete: { TableName: table.name, Key: each },
  }));
  const first = absences.splice(0, transactionSize - 2);
  if (!(await transact(table, [deletion(table, key(agentId)), changed(table, "team"), ...first]))) return false;
  while (absences.length > 0) {
    await transact(table, [changed(table, "team"), ...absences.splice(0, transactionSize - 1)]);
  }
  return true;
}
