import { beforeEach, expect, test } from "vitest";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

let desk: AdminDesk;
beforeEach(() => {
  desk = createAdminDesk();
});
const german = { headers: { "accept-language": "de-DE,de;q=0.9,en;q=0.5" } };
const errorsOf = ({ body }: { readonly body: unknown }) =>
  Object.fromEntries(
    (body as { errors: { pointer: string; detail: string }[] }).errors.map(({ pointer, detail }) => [pointer, detail]),
  );

test("a refused plan is explained in German to whoever prefers it, pointer by pointer", async () => {
  const given = {
    defaultCountry: "Germany",
    capacity: "viele",
    rules: [{ id: "a", method: { type: "agent", agentId: "Anna B" }, overflow: "warten" }],
    extra: 1,
  };
  const answer = await desk.plan(given, german);
  expect(answer).toMatchObject({ status: 422, body: { title: "Einige Felder brauchen einen anderen Wert" } });
  expect(errorsOf(answer)).toEqual({
    "/defaultCountry": "nehmen Sie einen Ländercode aus zwei Buchstaben wie DE",
    "/capacity": "muss eine Zahl sein, nicht ein Text",
    "/rules/0/method/agentId": "nehmen Sie 1–64 Zeichen aus a–z, 0–9 und -",
    "/rules/0/overflow": "muss eines von diesen sein: next, queue, pool",
    "/extra": "unbekanntes Feld: entfernen Sie es oder prüfen Sie die Schreibweise",
  });
  const inEnglish = errorsOf(await desk.plan(given));
  expect(inEnglish["/capacity"]).toBe("must be a number, not string");
});

test("limits that no lead could meet are named by the words for them", async () => {
  const cherryPick = { contactWithin: "PT0S", quotas: { perDay: 1.5, perWeek: 0 } };
  expect(errorsOf(await desk.plan({ cherryPick }, german))).toEqual({
    "/cherryPick/contactWithin": "muss länger als nichts sein, zum Beispiel PT5M",
    "/cherryPick/quotas/perDay": "muss eine ganze Zahl sein, ohne Nachkommastellen",
    "/cherryPick/quotas/perWeek": "muss mindestens 1 sein",
  });
});

test("so is what does not fit the rest of the configuration", async () => {
  const unknown = await desk.plan({ fallback: { type: "agent", agentId: "anna" } }, german);
  expect(errorsOf(unknown)).toEqual({ "/fallback/agentId": "den Makler anna gibt es nicht" });
  await desk.agent("anna");
  await desk.agent("ben", { backups: ["anna"] });
  const removed = await desk.call("DELETE /v1/agents/{id}", { params: { id: "anna" }, ...german });
  expect(removed.body).toMatchObject({
    title: "Konflikt",
    detail: "Es wird noch gebraucht: Vertretung von ben. Ändern Sie zuerst das.",
  });
  const missing = await desk.call("GET /v1/areas/{id}", { params: { id: "mitte" }, ...german });
  expect(missing.body).toMatchObject({ status: 404, detail: "Das Gebiet gibt es nicht, oder nicht für Sie." });
});
