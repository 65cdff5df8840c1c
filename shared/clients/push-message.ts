import type { Notice } from "../usecases/ports/notifier-port.ts";

/**
 * A mobile push for each platform SNS knows, as its `MessageStructure: json` wants it: every platform's payload is JSON
 * in a string. The data lets the app open the lead.
 */
export function pushMessage({ subject, text, kind, leadId, link }: Notice): string {
  const title = subject ?? "Fairlead";
  const known = Object.entries({ kind, leadId, link }).filter(([, value]) => value !== undefined);
  const data = Object.fromEntries(known);
  const apple = JSON.stringify({ aps: { alert: { title, body: text }, sound: "default" }, ...data });
  const google = {
    fcmV1Message: { message: { notification: { title, body: text }, data, android: { priority: "high" } } },
  };
  return JSON.stringify({ default: text, GCM: JSON.stringify(google), APNS: apple, APNS_SANDBOX: apple });
}
