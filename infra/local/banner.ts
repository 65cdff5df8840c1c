import { demoPeople } from "./demo/demo-tenant.ts";
import { tablesOf } from "./dynamodb/table-resource.ts";
import type { Product } from "./product.ts";

/** What to try first, ready to paste. */
export async function banner({ url, cloud, demo, token }: Product): Promise<string> {
  const loaded = demo();
  const tokens = await Promise.all(
    demoPeople.map(
      async ({ username, groups }) => `  ${`${groups[0]} (${username})`.padEnd(26)} ${await token(username, groups)}`,
    ),
  );
  const [table] = tablesOf(cloud.template);
  const lead = `curl -s ${url}/v1/leads -H 'authorization: Bearer ${loaded?.sourceKey}' -H 'content-type: application/json' \\
    -d '{"firstName": "Mia", "lastName": "Beispiel", "email": "mia@example.com", "phone": "+491713920050", "interest": "buyer", "timeline": "now", "postalCode": "10115"}'`;
  return [
    `Fairlead runs at ${url}`,
    ...(loaded === undefined
      ? ["", "The system is empty: set up a plan, agents and a source with the admin token below."]
      : ["", "Post a lead:", `  ${lead}`, "", `or fill in the form at ${url}/demo/form`]),
    "",
    "See who was told, with the link to the agent's page:",
    `  curl -s ${url}/_local/outbox`,
    "",
    "Let fifteen minutes pass:",
    `  curl -s ${url}/_local/clock -H 'content-type: application/json' -d '{"advance": "PT15M"}'`,
    "",
    "Prove from what is stored that today's leads came in turn:",
    `  npm run replay -- --endpoint ${cloud.tableEndpoint} --table ${table?.name}`,
    "",
    "Access tokens (Authorization: Bearer …):",
    ...tokens,
    "",
    "Ctrl-C stops everything.",
    "",
  ].join("\n");
}
