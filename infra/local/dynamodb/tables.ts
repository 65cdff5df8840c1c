import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { ask, type Connection } from "./connection.ts";
import type { Table } from "./table-resource.ts";

const described = z.object({ Table: z.object({ TableStatus: z.string() }) });

/** Creates the tables, empty: one that is there already, on an endpoint that keeps one database for everybody, is deleted first. */
export async function createTables(connection: Connection, tables: readonly Table[]): Promise<void> {
  for (const { name, definition } of tables) {
    const before = await connection.send("table", "DeleteTable", JSON.stringify({ TableName: name }));
    if (before.status === 200) await until(connection, name, undefined);
    await ask(connection, "table", "CreateTable", definition);
    await until(connection, name, "ACTIVE");
  }
}

async function until(connection: Connection, name: string, wanted: string | undefined): Promise<void> {
  for (;;) {
    const { status, body } = await connection.send("table", "DescribeTable", JSON.stringify({ TableName: name }));
    const actual = status === 200 ? described.parse(JSON.parse(body)).Table.TableStatus : undefined;
    if (actual === wanted) return;
    await pause(20);
  }
}
