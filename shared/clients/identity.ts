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
import { role } from "../schemas/agent.ts";
import type { IdentityPort } from "../usecases/ports/ports.ts";

/** Groups that follow from an agent's record; the others (admin, finance, marketing) are the operator's to give. */
const roles: ReadonlySet<string> = new Set(role.options);

/** The tenant's Cognito user pool. Every step may be repeated, so a stop between two of them is made good by the next try. */
export function createIdentity(userPoolId: string, client = new CognitoIdentityProviderClient()): IdentityPort {
  const user = (Username: string) => ({ UserPoolId: userPoolId, Username });

  async function createOrUpdate(agentId: string, email: string): Promise<void> {
    const UserAttributes = [
      { Name: "email", Value: email },
      { Name: "email_verified", Value: "true" },
    ];
    try {
      await client.send(
        new AdminCreateUserCommand({ ...user(agentId), UserAttributes, DesiredDeliveryMediums: ["EMAIL"] }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      await client.send(new AdminUpdateUserAttributesCommand({ ...user(agentId), UserAttributes }));
    }
  }

  async function setRoles(agentId: string, groups: readonly string[]): Promise<void> {
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(user(agentId)));
    const present = Groups.flatMap(({ GroupName }) => GroupName ?? []);
    for (const GroupName of groups.filter((group) => !present.includes(group))) {
      await client.send(new AdminAddUserToGroupCommand({ ...user(agentId), GroupName }));
    }
    for (const GroupName of present.filter((group) => roles.has(group) && !groups.includes(group))) {
      await client.send(new AdminRemoveUserFromGroupCommand({ ...user(agentId), GroupName }));
    }
  }

  /** Disabled first: signing out alone would leave a moment to sign in again. */
  async function shutOut(agentId: string): Promise<void> {
    await client.send(new AdminDisableUserCommand(user(agentId)));
    await client.send(new AdminUserGlobalSignOutCommand(user(agentId)));
  }

  return {
    upsert: async ({ agentId, email, groups, enabled }) => {
      await createOrUpdate(agentId, email);
      await setRoles(agentId, groups);
      if (enabled) await client.send(new AdminEnableUserCommand(user(agentId)));
      else await shutOut(agentId);
    },
    disable: async (agentId) => {
      try {
        await shutOut(agentId);
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };
}
