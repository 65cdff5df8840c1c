import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { simulate } from "../../../command/simulate.ts";

const folder = mkdtempSync(join(tmpdir(), "fairlead-"));

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** By the machine's own Node, whichever that is. */
function fairlead(...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["command/fairlead.js", ...given], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const plan = (rules: readonly object[]) => ({
  timezone: "Europe/Berlin",
  defaultCountry: "DE",
  rules,
  fallback: { type: "roundRobin" },
});
const toBen = file(
  "to-ben.json",
  plan([
    {
      id: "sellers",
      name: "Sellers to Ben",
      when: { field: "interest", op: "eq", value: "seller" },
      method: { type: "agent", agentId: "ben" },
    },
  ]),
);
const present = file("present.json", plan([]));
const team = file("team.json", {
  agents: [
    { agentId: "anna", name: "Anna", email: "anna@example.com", team: "sales", version: 3, openLeads: 4 },
    { id: "ben", name: "Ben", email: "ben@example.com", team: "sales" },
  ],
  timeOff: [{ agentId: "anna", from: "2026-11-21T00:00:00Z", to: "2026-11-22T00:00:00Z" }],
});
const leads = file(
  "leads.csv",
  "interest,receivedAt,email\nVerkauf,2026-11-20T09:00:00Z,\nKauf,2026-11-20T10:00:00Z,\nKauf,2026-11-21T09:00:00Z,nobody\n" +
    "Kauf,2026-11-21T10:00:00Z,\n",
);

describe("npx fairlead simulate", () => {
  it("prints tables, names rows that were left out, and what changed hands", () => {
    const { status, stdout, stderr } = fairlead("simulate", toBen, leads, "--team", team, "--present", present);
    expect(status).toBe(1);
    expect(stderr).toBe("row 4, email: use an address such as erika@example.com\n");
    expect(stdout).toMatch(/^anna +1 +33\.3 % +1 +33\.3 %$/m);
    expect(stdout).toMatch(/^sellers +0 +0\.0 % +1 +33\.3 %$/m);
    expect(stdout).toContain("\nNo lead had to wait for somebody.\n");
    expect(stdout).toMatch(/2 leads changed hands:\nrow 2 +anna → ben +Rule “Sellers to Ben” instead of “fallback”\./);
  });

  it("prints JSON for programs, with a team made up when there is none", () => {
    const { status, stdout, stderr } = fairlead("simulate", toBen, leads, "--format", "json", "--open-for", "PT1H");
    expect(status).toBe(1);
    expect(stderr).toContain("made up 7 agents");
    expect(JSON.parse(stdout)).toMatchObject({ leads: 3, leftOut: 1, openFor: "PT1H", compared: ["changed"] });
  });

  it.each([
    [[toBen], "Name two files"],
    [[toBen, "nowhere.csv"], "The file nowhere.csv cannot be read."],
    [[team, leads], "/timezone:"],
    [[toBen, leads, "--format", "xml"], "--format is table or json."],
    [[toBen, leads, "--open-for", "2 weeks"], "--open-for is a duration"],
    [[toBen, leads, "--team", toBen, "--colour"], "--colour"],
  ])("%j cannot be done: %s", async (given, message) => {
    await expect(simulate(given)).rejects.toThrow(message);
  });

  it("reads umlauts as German spreadsheets save them", () => {
    const inMunich = { field: "city", op: "eq", value: "München" };
    const toAnna = file(
      "to-anna.json",
      plan([{ id: "m", when: inMunich, method: { type: "agent", agentId: "anna" } }]),
    );
    const excel = join(folder, "excel.csv");
    writeFileSync(excel, Buffer.from("interest;city\r\nKauf;München\r\n", "latin1"));
    const { stdout } = fairlead("simulate", toAnna, excel, "--team", team);
    expect(stdout).toMatch(/^m +1 +100\.0 %$/m);
  });

  it("explains itself, also after the command", () => {
    const { status, stdout } = fairlead("simulate", "--help");
    expect([status, stdout]).toEqual([0, expect.stringContaining("npx fairlead simulate PLAN.json LEADS.csv")]);
  });

  it("says so, and ends with 2", () => {
    const { status, stderr } = fairlead("stimulate");
    expect(stderr).toBe("There is no command stimulate.\n(npx fairlead --help)\n");
    expect(status).toBe(2);
  });
});
