import { teamPartition } from "../../contract/table.ts";
import { type Agent, type AgentInput, agent } from "../../schemas/agent.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
import { batchGet } from "../table/batch-get.ts";
import type { Item, Table } from "../table/table.ts";
import { deletion, putNext, saveVersioned } from "../table/versioned.ts";
import { readHead } from "./config-head.ts";
import { changeTeam, type TeamWrite, teamChanged } from "./team-changes.ts";
import { newTeam, teamKey } from "./teams.ts";
import { timeOffKeys } from "./time-off.ts";

export const agentPrefix = "AGENT#";
const key = (agentId: string) => ({ pk: teamPartition, sk: `${agentPrefix}${agentId}` });

const stored = agent.strip();
export const parseAgent = (item: Item): Agent => stored.parse(item);

/** Transaction: the agent's next version, the agent's team if it is missing, and the head with both. `now` in epoch ms. */
export function saveAgent(
  table: Table,
  now: number,
  agentId: string,
  input: AgentInput,
  expected: number | undefined,
): Promise<Saved<Agent>> {
  return saveVersioned(table, expected, async () => {
    const [head, items] = await Promise.all([
      readHead(table),
      batchGet(table, [key(agentId), teamKey(input.team)], { consistent: true }),
    ]);
    const standing = items.find((item) => item.sk === key(agentId).sk);
    const hasTeam = items.some((item) => item.sk === teamKey(input.team).sk);
    return {
      current: standing && parseAgent(standing),
      next: (version) => {
        const item = { ...input, agentId, version };
        const puts = [{ ...key(agentId), ...item }, ...(hasTeam ? [] : [newTeam(input.team)])];
        const change = puts.map((put) => ({ sk: put.sk, item: put }));
        const writes = puts.map((put) => putNext(table, put));
        return { item, writes: [...writes, ...teamChanged(table, head.team, change, now)] };
      },
    };
  });
}

/** The change of the team that is an agent's next version. */
export function agentChange(table: Table, next: Agent): TeamWrite {
  const item = { ...key(next.agentId), ...next };
  return { writes: [putNext(table, item)], changes: [{ sk: item.sk, item }] };
}

/** DynamoDB's limit of writes in one transaction, less the head and what has changed. */
const transactionSize = 98;

/** Transactions: deletes the agent with all absences, and the head; false when there is no such agent. `now` in epoch ms. */
export async function deleteAgent(table: Table, now: number, agentId: string): Promise<boolean> {
  const absences = [...(await timeOffKeys(table, agentId))];
  const first = absences.splice(0, transactionSize - 1);
  const without = [key(agentId), ...first].map(({ sk }) => ({ sk }));
  const writes = [
    deletion(table, key(agentId)),
    ...first.map((each) => ({ Delete: { TableName: table.name, Key: each } })),
  ];
  if (!(await changeTeam(table, now, { writes, changes: without }))) return false;
  while (absences.length > 0) {
    const next = absences.splice(0, transactionSize);
    const deletions = next.map((each) => ({ Delete: { TableName: table.name, Key: each } }));
    await changeTeam(table, now, { writes: deletions, changes: next.map(({ sk }) => ({ sk })) });
  }
  return true;
}
