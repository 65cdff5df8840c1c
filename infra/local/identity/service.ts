import * as z from "zod";
import { jsonService } from "../aws-endpoint/json-protocol.ts";
import { AwsError, type AwsHandler } from "../aws-endpoint/request.ts";
import type { User, Users } from "./users.ts";

const attributesSchema = z
  .array(z.object({ Name: z.string(), Value: z.string().default("") }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));

const userSchema = z.object({ Username: z.string() });
const createSchema = z.object({ Username: z.string(), UserAttributes: attributesSchema });
const membershipSchema = z.object({ Username: z.string(), GroupName: z.string() });
const listSchema = z.object({
  Filter: z.string().default(""),
  Limit: z.number().default(60),
  PaginationToken: z.string().optional(),
});

const described = ({ username, attributes, enabled, status, createdAt, changedAt }: User) => ({
  Username: username,
  Enabled: enabled,
  UserStatus: status,
  UserCreateDate: createdAt / 1000,
  UserLastModifiedDate: changedAt / 1000,
  Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
});

/** Cognito's administrative calls in their wire protocol, as far as agents are created, changed and switched off. */
export function identityService(users: Users, now: () => number): AwsHandler {
  const changed = (input: unknown, change: (user: User) => void): void => {
    const user = users.get(userSchema.parse(input).Username);
    change(user);
    user.changedAt = now();
  };

  return jsonService({
    AdminCreateUser: (input) => {
      const { Username, UserAttributes } = createSchema.parse(input);
      return { User: described(users.create(Username, UserAttributes)) };
    },
    AdminGetUser: (input) => {
      const { Attributes, ...user } = described(users.get(userSchema.parse(input).Username));
      return { ...user, UserAttributes: Attributes };
    },
    AdminUpdateUserAttributes: (input) => {
      const { UserAttributes } = createSchema.parse(input);
      changed(input, (user) => {
        user.attributes = { ...user.attributes, ...UserAttributes };
      });
    },
    AdminDisableUser: (input) => {
      changed(input, (user) => {
        user.enabled = false;
      });
    },
    AdminEnableUser: (input) => {
      changed(input, (user) => {
        user.enabled = true;
      });
    },
    AdminUserGlobalSignOut: (input) => {
      changed(input, (user) => {
        user.signedOutAt = now();
      });
    },
    AdminDeleteUser: (input) => users.remove(userSchema.parse(input).Username),
    AdminAddUserToGroup: (input) => {
      const { GroupName } = membershipSchema.parse(input);
      changed(input, ({ groups }) => groups.add(users.group(GroupName)));
    },
    AdminRemoveUserFromGroup: (input) => {
      const { GroupName } = membershipSchema.parse(input);
      changed(input, ({ groups }) => groups.delete(users.group(GroupName)));
    },
    AdminListGroupsForUser: (input) => {
      const { groups } = users.get(userSchema.parse(input).Username);
      return { Groups: [...groups].map((GroupName) => ({ GroupName })) };
    },
    ListUsers: (input) => {
      const { Filter, Limit, PaginationToken = "0" } = listSchema.parse(input);
      const start = Number(PaginationToken);
      const matching = users.all().filter(filterOf(Filter));
      const next = start + Limit < matching.length ? { PaginationToken: `${start + Limit}` } : {};
      return { Users: matching.slice(start, start + Limit).map(described), ...next };
    },
  });
}

/** `email = "a@b"`, `username ^= "a"`: Cognito knows equality and prefix. */
function filterOf(filter: string): (user: User) => boolean {
  if (filter === "") return () => true;
  const [, name = "", operator, value = ""] = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"(.*)"\s*$/.exec(filter) ?? [];
  if (operator === undefined) throw new AwsError("InvalidParameterException", `Invalid filter: ${filter}`);
  return (user) => {
    const actual = name === "username" ? user.username : user.attributes[name];
    return operator === "=" ? actual === value : (actual?.startsWith(value) ?? false);
  };
}
