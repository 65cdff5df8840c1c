import { beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { type AdminDesk, createAdminDesk } from "../../support/admin-desk.ts";

const checked = z.object({
  problems: z.array(z.looseObject({ code: z.string(), pointer: z.string(), message: z.string() })),
});
const about = /^(fewRecipients|buyerNeverFits|buyerTakesNothing|pausedBuyer)$/;

let desk: AdminDesk;
const check = async (method: object, { language = "en", when }: { language?: string; when?: object } = {}) => {
  const rule = { id: "x", when, method: { type: "shared", ...method } };
  const body = { timezone: "Europe/Berlin", defaultCountry: "DE", fallback: { type: "pool" }, rules: [rule] };
  const answer = await desk.call("POST /v1/plan/check", { body, headers: { "accept-language": language } });
  return checked.parse(answer.body).problems.filter(({ code }) => about.test(code));
};
const buyer = (id: string, changes: object = {}) =>
  desk.put("buyers", id, {
    ...{ name: id, delivery: { type: "email", address: `${id}@shop.example` } },
    price: { amount: 10, currency: "EUR" },
    ...changes,
  });

beforeEach(async () => {
  desk = createAdminDesk();
  for (const id of ["anna", "ben", "cem"]) await desk.agent(id, {});
});

test("more shares than can ever be taken are told, with how many were wanted and how many there are", async () => {
  const pointer = "/rules/0/method/shares";
  const message = "A lead is to have 5 recipients, but at most 3 can ever have it.";
  expect(await check({ shares: 5 })).toMatchObject([{ code: "fewRecipients", pointer, message }]);
  expect(await check({ shares: 5 }, { language: "de" })).toMatchObject([
    { message: "Ein Lead soll an 5 Empfänger gehen, es können ihn aber höchstens 3 bekommen." },
  ]);
  expect(await check({ shares: 3 })).toEqual([]);
  await desk.agent("full", { capacity: 0 });
  await desk.agent("gone", { status: "inactive" });
  expect(await check({ shares: 5 })).toMatchObject([{ message }]);
  await desk.agent("dora", {});
  expect(await check({ shares: 4 })).toEqual([]);
});

test("a buyer counts only where some lead of the rule passes the filter", async () => {
  await buyer("sellers", { filter: { field: "interest", op: "eq", value: "seller" } });
  await buyer("all");
  const buyers = ["sellers", "all"];
  const when = { field: "interest", op: "eq", value: "buyer" };
  expect(await check({ buyers, shares: 2 }, { when })).toMatchObject([
    { code: "buyerNeverFits", pointer: "/rules/0/method/buyers/0", message: expect.stringContaining("buyer sellers") },
    { code: "fewRecipients", message: "A lead is to have 2 recipients, but only 1 can ever have it." },
  ]);
  expect(await check({ buyers, shares: 2 }, { when: { field: "interest", op: "eq", value: "seller" } })).toEqual([]);
  expect(await check({ buyers, shares: 2 }, { when: { field: "hour", op: "gt", value: 8 } })).toEqual([]);
  expect(await check({ buyers, shares: 2 })).toEqual([]);
});
