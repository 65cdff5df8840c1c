import { expect, test } from "vitest";
import { continuingOwner } from "../../../shared/domain/intake/continuing-owner.ts";
import { accountMarks, personMarks } from "../../../shared/domain/intake/person-marks.ts";

const day = 86_400_000;
const lead = { status: "converted", ownerId: "anna", assignedAt: 10 * day, receivedAt: 9 * day } as const;

test("whoever had the person last has the person again", () => {
  expect(continuingOwner(lead, 500 * day)).toBe("anna");
  expect(continuingOwner({ ...lead, status: "returned" }, 20 * day)).toBeUndefined();
  const { ownerId, ...takenBack } = lead;
  expect(continuingOwner(takenBack, 20 * day)).toBeUndefined();
});

test("the resting period counts from the last contact or progress", () => {
  expect(continuingOwner(lead, 40 * day, 30 * day)).toBe("anna");
  expect(continuingOwner(lead, 40 * day + 1, 30 * day)).toBeUndefined();
  expect(continuingOwner({ ...lead, contactedAt: 20 * day }, 45 * day, 30 * day)).toBe("anna");
  expect(continuingOwner({ ...lead, contactedAt: 20 * day, progressAt: 30 * day }, 55 * day, 30 * day)).toBe("anna");
});

test("e-mail is marked before phone, always", () => {
  expect(personMarks({ phone: "+491713920012", email: "a@example.com" }).map(({ kind }) => kind)).toEqual([
    "email",
    "phone",
  ]);
  expect(personMarks({})).toEqual([]);
});

test("a company is known by account id, parent and domain, each once", () => {
  const company = { domain: "acme.example", parent: "acme.example" };
  expect(accountMarks({ company }, "42").map(({ text }) => text)).toEqual(["id:42", "company:acme.example"]);
  expect(accountMarks({}, undefined)).toEqual([]);
});
