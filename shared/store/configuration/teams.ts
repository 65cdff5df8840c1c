import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { teamPartition } from "../../contract/table.ts";
import { type Team, type TeamInput, team } from "../../schemas/agent.ts";
import type { Saved } from "../../usecases/ports/ports.ts";
import type { Item, Table } from "../table/table.ts";
import type { TransactItem } from "../table/transact.ts";
import { deleteFrom, putNext, saveVersioned } from "../table/versioned.ts";
import { changed } from "./config-head.ts";

export const teamPrefix = "TEAM#";
export const teamKey = (teamId: string) => ({ pk: teamPartition, sk: `${teamPrefix}${teamId}` });

const stored = team.strip();
export const parseTeam = (item: Item): Team => stored.parse(item);

/** Transaction: the team's next version, and the head. */
export function saveTeam(
  table: Table,
  teamId: string,
  input: TeamInput,
  expected: number | undefined,
): Promise<Saved<Team>> {
  return saveVersioned(table, expected, async () => {
    const { Item: standing } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: teamKey(teamId), ConsistentRead: true }),
    );
    return {
      current: standing && parseTeam(standing),
      next: (version) => {
        const item = { ...input, teamId, version };
        return { item, writes: [putNext(table, { ...teamKey(teamId), ...item }), changed(table, "team")] };
      },
    };
  });
}

/** A team that an agent names is made when missing, named by its id until somebody names it better. */
export function newTeam(table: Table, teamId: string): TransactItem {
  const item: Team = { teamId, name: teamId, version: 1 };
  return putNext(table, { ...teamKey(teamId), ...item });
}

/** Transaction: deletes the team, and the head; false when there is none. */
export function deleteTeam(table: Table, teamId: string): Promise<boolean> {
  return deleteFrom(table, "team", teamKey(teamId));
}
