import type { UserInvitationConfig } from "aws-cdk-lib/aws-cognito";
import type { Tenant } from "../tenants/tenant.ts";

/** What a new user gets by e-mail; Cognito fills in the name and the first password. */
export const invitation: Readonly<Record<Tenant["locale"], UserInvitationConfig>> = {
  de: {
    emailSubject: "Dein Zugang zu Fairlead",
    emailBody: "Hallo,<br><br>dein Benutzername ist {username}, dein erstes Passwort {####}. Es gilt sieben Tage.",
  },
  en: {
    emailSubject: "Your access to Fairlead",
    emailBody: "Hello,<br><br>your user name is {username}, your first password {####}. It is valid for seven days.",
  },
};
