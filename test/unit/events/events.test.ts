import { readdirSync, readFileSync } from "node:fs";
import type { APIGatewayProxyEventV2, DynamoDBStreamEvent, SNSEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { routeOf } from "../../../shared/runtime/http/authorize.ts";
import { readRequest } from "../../../shared/runtime/http/read-request.ts";
import { readStreamChange } from "../../../shared/runtime/stream-changes.ts";
import { deliveryTask } from "../../../shared/schemas/buyer.ts";
import { engagementInput } from "../../../shared/schemas/lead/engagement-input.ts";
import { leadInput } from "../../../shared/schemas/lead/lead-input.ts";
import { workflowTask } from "../../../shared/schemas/lead/workflow.ts";
import { planInput } from "../../../shared/schemas/plan/plan.ts";
import { scheduledJob } from "../../../shared/schemas/scheduled-job.ts";
import { inboundSms } from "../../../shared/schemas/sms.ts";

const folder = new URL("../../../events/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

async function request(event: unknown) {
  const read = await readRequest(event as APIGatewayProxyEventV2);
  expect(routeOf(read.route).handledBy).toBe("intake");
  return read;
}

/** What each payload must hold when its function has read it. */
const payloads: Readonly<Record<string, (event: unknown) => Promise<void>>> = {
  "lead-minimal": async (event) => {
    expect(leadInput.parse((await request(event)).body)).toEqual({ email: "erika.mustermann@example.com" });
  },
  "lead-full": async (event) => {
    const { body, headers, locale } = await request(event);
    expect(leadInput.parse(body)).toMatchObject({ externalId: "portal-4711", consent: { given: true } });
    expect(Object.keys(leadInput.shape).filter((field) => !Object.hasOwn(Object(body), field))).toEqual([
      "firstContactBy",
      "shares",
      "test",
    ]);
    expect(headers["idempotency-key"]).toBe('"portal-4711-1"');
    expect(locale).toBe("de");
  },
  engagement: async (event) => {
    expect(engagementInput.parse((await request(event)).body)).toMatchObject({ type: "pricingPage" });
  },
  "form-urlencoded": async (event) => {
    const { body, params } = await request(event);
    expect(body).toMatchObject({ phone: "0171 392 00 12", plz: "01067", website: "" });
    expect(params).toEqual({ formId: "website-contact" });
  },
  "form-multipart": async (event) => {
    const { body } = await request(event);
    expect(body).toMatchObject({ name: "Erika Mustermann", nachricht: "Größe ab 80 m², gern mit Garten" });
    expect(body).not.toHaveProperty("attachment");
  },
  "form-fields": async (event) => {
    expect((await request(event)).body).toBeUndefined();
  },
  "sms-reply": async (event) => {
    const [record] = (event as SNSEvent).Records;
    expect(inboundSms.parse(JSON.parse(record?.Sns.Message ?? ""))).toMatchObject({ messageBody: " Ja 7F3K " });
  },
  "stream-lead-offered": async (event) => {
    const [record] = (event as DynamoDBStreamEvent).Records;
    const change = record && readStreamChange(record);
    expect(change).toMatchObject({ of: "lead", previous: undefined, state: { status: "offered", version: 2 } });
  },
  "workflow-offer-to-next": async (event) => {
    expect(workflowTask.parse(event)).toMatchObject({ task: "OfferToNext", cycle: 1 });
  },
  "delivery-deliver": async (event) => {
    expect(deliveryTask.parse(event)).toMatchObject({ task: "Deliver", cycle: 1 });
  },
  "plan-quality-tiering": async (plan) => {
    expect(planInput.parse(plan).rules.map(({ id }) => id)).toEqual(["hot", "warm", "cold"]);
  },
  "plan-areas": async (plan) => {
    expect(planInput.parse(plan).rules.map(({ id }) => id)).toEqual(["home", "specialists", "everyone"]);
  },
  "schedule-reconcile": async (event) => {
    expect(scheduledJob.parse(event)).toEqual({ job: "reconcile" });
  },
};

test.each(Object.entries(payloads))("%s is what its function reads", async (name, check) => {
  await check(read(name));
});

test("no payload is without a check", () => {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));
  expect(files.sort()).toEqual(Object.keys(payloads).sort());
});
