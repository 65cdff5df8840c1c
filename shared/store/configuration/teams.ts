import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { teamPartition } from "../../contract/table.ts";
import { type Team, type TeamInput, team } from "../../schemas/agent.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
import type { Item, Table } from "../table/table.ts";
import { deletion, putNext, saveVersioned } from "../table/versioned.ts";
import { readHead } from "./config-head.ts";
import { changeTeam, teamChanged } from "./team-changes.ts";

export const teamPrefix = "TEAM#";
export const teamKey = (teamId: string) => ({ pk: teamPartition, sk: `${teamPrefix}${teamId}` });

const stored = team.strip();
export const parseTeam = (item: Item): Team => stored.parse(item);

/** Transaction: the team's next version, and the head with the change. `now` in epoch ms. */
export function saveTeam(
  table: Table,
  now: number,
  teamId: string,
  input: TeamInput,
  expected: number | undefined,
): Promise<Saved<Team>> {
  return saveVersioned(table, expected, async () => {
    const [head, { Item: standing }] = await Promise.all([
      readHead(table),
      table.client.send(new GetCommand({ TableName: table.name, Key: teamKey(teamId), ConsistentRead: true })),
    ]);
    return {
      current: standing && parseTeam(standing),
      next: (version) => {
        const item = { ...input, teamId, version };
        const put = { ...teamKey(teamId), ...item };
        const change = teamChanged(table, head.team, [{ sk: put.sk, item: put }], now);
        return { item, writes: [putNext(table, put), ...change] };
      },
    };
  });
}

/** A team that an agent names is made when missing, named by its id until somebody names it better. */
export function newTeam(teamId: string) {
  return { ...teamKey(teamId), teamId, name: teamId, version: 1 };
}

/** Transaction: deletes the team, and the head with the change; false when there is none. `now` in epoch ms. */
export function deleteTeam(table: Table, now: number, teamId: string): Promise<boolean> {
  const key = teamKey(teamId);
  return changeTeam(table, now, { writes: [deletion(table, key)], changes: [{ sk: key.sk }] });
}
