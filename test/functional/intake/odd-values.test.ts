import { expect, test } from "vitest";
import { formLead, withMisfitsKept } from "../../../shared/domain/intake/forms/form-fields.ts";
import { readRequest } from "../../../shared/runtime/http/read-request.ts";
import { leadActionInputs } from "../../../shared/schemas/lead/lead-actions.ts";
import { leadInput } from "../../../shared/schemas/lead/lead-input.ts";
import { source } from "../../../shared/schemas/source.ts";
import { createStore } from "../../../shared/store/store.ts";
import type { Ports } from "../../../shared/usecases/ports/ports.ts";
import { startDynamoDbLocal } from "../../support/dynamodb-local.ts";
import { createMemoryPorts } from "../../support/memory/memory-ports.ts";
import { apiEvent } from "../../support/world/api-event.ts";
import { answered, erika, furnish, post } from "./intake-desk.ts";

const email = "a@example.com";

test.each([
  { price: { amount: 1e300, currency: "EUR" } },
  { custom: { area: 2 ** 60 } },
  { custom: { "": "nameless" } },
  { attribution: { "": "nameless" } },
])("what the table cannot store is refused, not tried: %j", (fields) => {
  expect(leadInput.safeParse({ email, ...fields }).success).toBe(false);
});

test("what is next to nothing counts as nothing", () => {
  expect(leadInput.parse({ email, geo: { lat: 1e-200, lon: 13.4 }, custom: { rest: 1e-300 } })).toMatchObject({
    geo: { lat: 0, lon: 13.4 },
    custom: { rest: 0 },
  });
});

test("an appointment before 1970 is refused: its lead could not be read again", () => {
  expect(leadActionInputs.appointment.safeParse({ at: "0001-01-01T00:00:00Z" }).success).toBe(false);
});

test("half a character becomes a replacement character; whole ones and backslashes stay", async () => {
  const json = String.raw`{"half": "a\ud83d", "other\udc4d": "\uDC4D\ud83d\udc4d", "text": "\\ud83d"}`;
  const { body } = await readRequest(apiEvent("POST", "/v1/leads", { body: json }));
  expect(body).toEqual({ half: "a\ufffd", "other\ufffd": "\ufffd👍", text: String.raw`\ud83d` });
});

test("a form may have fields with such names, too, and amounts beyond reason", async () => {
  const web = source.parse({ sourceId: "web", name: "Web", answer: "verdict", form: {}, version: 1 });
  const form = { email, constructor: "a", toString: "b", price: 1e300 };
  const { lead } = formLead(form, web, { at: 0, ip: "::1" }, "DE");
  expect(lead).toMatchObject({ custom: { constructor: "a" } });
  expect(leadInput.safeParse(withMisfitsKept(lead, ["price"])).success).toBe(true);
});

test("a field called as a member of every object is stored like any other", async () => {
  const database = await startDynamoDbLocal();
  try {
    const { client, name } = await database.table();
    const ports: Ports = { ...createMemoryPorts(), ...createStore(client, name, Date.now) };
    await furnish(ports, {});
    const custom = { constructor: "Bauhaus", toString: "x" };
    const { leadId } = await answered(post(ports, { ...erika, custom }));
    expect((await ports.leads.body(leadId))?.facts.custom).toEqual(custom);
  } finally {
    await database.stop();
  }
});

test("a byte order mark before the JSON is not part of it", async () => {
  const { body } = await readRequest(apiEvent("POST", "/v1/leads", { body: '\ufeff{"email": "a@example.com"}' }));
  expect(body).toEqual({ email });
});
