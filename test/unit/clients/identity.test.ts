import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test } from "vitest";
import { createIdentity } from "../../../shared/clients/identity.ts";

const client = new CognitoIdentityProviderClient({ region: "eu-central-1" });
const cognito = mockClient(client);
const identity = createIdentity("pool", client);
const user = { UserPoolId: "pool", Username: "anna" };
const UserAttributes = [
  { Name: "email", Value: "anna@example.com" },
  { Name: "email_verified", Value: "true" },
];
const anna = { agentId: "anna", email: "anna@example.com", groups: ["agent"], enabled: true };

beforeEach(() => {
  cognito.reset();
  cognito.onAnyCommand().resolves({});
});

function calls(): [string, unknown][] {
  return cognito.calls().map((call) => [call.args[0].constructor.name, call.args[0].input]);
}

test("a new agent becomes a user with its role's group", async () => {
  await identity.upsert(anna);
  expect(calls()).toEqual([
    [AdminCreateUserCommand.name, { ...user, UserAttributes, DesiredDeliveryMediums: ["EMAIL"] }],
    [AdminListGroupsForUserCommand.name, user],
    [AdminAddUserToGroupCommand.name, { ...user, GroupName: "agent" }],
    [AdminEnableUserCommand.name, user],
  ]);
});

test("an agent who was there gets the new address and role, and keeps the operator's groups", async () => {
  cognito.on(AdminCreateUserCommand).rejects(new UsernameExistsException({ message: "", $metadata: {} }));
  cognito
    .on(AdminListGroupsForUserCommand)
    .resolves({ Groups: [{ GroupName: "agent" }, { GroupName: "admin" }, { GroupName: "marketing" }] });
  await identity.upsert({ ...anna, groups: ["leader"] });
  expect(calls().slice(1)).toEqual([
    [AdminUpdateUserAttributesCommand.name, { ...user, UserAttributes }],
    [AdminListGroupsForUserCommand.name, user],
    [AdminAddUserToGroupCommand.name, { ...user, GroupName: "leader" }],
    [AdminRemoveUserFromGroupCommand.name, { ...user, GroupName: "agent" }],
    [AdminEnableUserCommand.name, user],
  ]);
});

test("an inactive agent is disabled, then signed out everywhere", async () => {
  await identity.upsert({ ...anna, enabled: false });
  expect(calls().slice(-2)).toEqual([
    [AdminDisableUserCommand.name, user],
    [AdminUserGlobalSignOutCommand.name, user],
  ]);
  expect(cognito.commandCalls(AdminEnableUserCommand)).toEqual([]);
});

test("a deleted agent is disabled; one who never was a user is no error", async () => {
  await identity.disable("anna");
  expect(calls().map(([name]) => name)).toEqual([AdminDisableUserCommand.name, AdminUserGlobalSignOutCommand.name]);
  cognito.on(AdminDisableUserCommand).rejects(new UserNotFoundException({ message: "", $metadata: {} }));
  await expect(identity.disable("nobody")).resolves.toBeUndefined();
});

test("other failures are errors", async () => {
  cognito.on(AdminCreateUserCommand).rejects(new Error("TooManyRequestsException"));
  await expect(identity.upsert(anna)).rejects.toThrow("TooManyRequestsException");
  cognito.on(AdminDisableUserCommand).rejects(new Error("TooManyRequestsException"));
  await expect(identity.disable("anna")).rejects.toThrow("TooManyRequestsException");
});
