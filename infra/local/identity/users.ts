import * as z from "zod";
import { AwsError } from "../aws-endpoint/request.ts";
import type { Template } from "../template/resources.ts";

/** A user of the pool. `createdAt`, `changedAt`: epoch ms. */
export interface User {
  readonly username: string;
  readonly createdAt: number;
  changedAt: number;
  attributes: Readonly<Record<string, string>>;
  enabled: boolean;
  status: "FORCE_CHANGE_PASSWORD" | "CONFIRMED";
  signedOutAt?: number;
  readonly groups: Set<string>;
}

/** The user pool's users, in memory. */
export interface Users {
  /** Throws `UsernameExistsException`, or `AliasExistsException` when another user has the verified e-mail address. */
  readonly create: (username: string, attributes: Readonly<Record<string, string>>) => User;
  /** Throws `UserNotFoundException`. */
  readonly get: (username: string) => User;
  readonly remove: (username: string) => void;
  /** Throws `ResourceNotFoundException` for a group the template does not have. */
  readonly group: (name: string) => string;
  readonly all: () => readonly User[];
  /** Back to the template's own users. */
  readonly reset: () => void;
}

const groupProperties = z.looseObject({ GroupName: z.string() });
const userProperties = z.looseObject({
  Username: z.string(),
  UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
});
const membershipProperties = z.looseObject({ GroupName: z.string(), Username: z.string() });

export function createUsers(template: Template, now: () => number): Users {
  const groups = template
    .all("AWS::Cognito::UserPoolGroup", groupProperties)
    .map(({ properties }) => properties.GroupName);
  const given = template.all("AWS::Cognito::UserPoolUser", userProperties);
  const memberships = template.all("AWS::Cognito::UserPoolUserToGroupAttachment", membershipProperties);
  const stored = new Map<string, User>();

  const emailOwner = (attributes: Readonly<Record<string, string>>): User | undefined =>
    attributes.email_verified === "true"
      ? [...stored.values()].find(({ attributes: other }) => other.email === attributes.email)
      : undefined;

  const users: Users = {
    create: (username, attributes) => {
      if (stored.has(username)) throw new AwsError("UsernameExistsException", "User account already exists");
      if (emailOwner(attributes) !== undefined) {
        throw new AwsError("AliasExistsException", "An account with the email already exists.");
      }
      const at = now();
      const user: User = {
        username,
        createdAt: at,
        changedAt: at,
        attributes,
        enabled: true,
        status: "FORCE_CHANGE_PASSWORD",
        groups: new Set(),
      };
      stored.set(username, user);
      return user;
    },
    get: (username) => {
      const user = stored.get(username);
      if (user === undefined) throw new AwsError("UserNotFoundException", "User does not exist.");
      return user;
    },
    remove: (username) => {
      users.get(username);
      stored.delete(username);
    },
    group: (name) => {
      if (!groups.includes(name)) throw new AwsError("ResourceNotFoundException", "Group not found.");
      return name;
    },
    all: () => [...stored.values()],
    reset: () => {
      stored.clear();
      for (const { properties } of given) {
        users.create(
          properties.Username,
          Object.fromEntries(properties.UserAttributes.map(({ Name, Value }) => [Name, Value])),
        );
      }
      for (const { properties } of memberships) users.get(properties.Username).groups.add(properties.GroupName);
    },
  };
  users.reset();
  return users;
}
