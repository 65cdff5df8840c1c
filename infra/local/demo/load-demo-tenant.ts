import * as z from "zod";
import { demoTenant } from "./demo-tenant.ts";

const createdSource = z.object({ key: z.string() });

/** The key with which leads of the demo source are posted. */
export interface LoadedDemo {
  readonly sourceKey: string;
}

/**
 * Enters the demo tenant as an admin would, through the product's own API. Throws with the API's answer when it refuses
 * something, since then the demo no longer fits the product.
 */
export async function loadDemoTenant(url: string, adminToken: string): Promise<LoadedDemo> {
  const put = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/v1/${path}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`The demo tenant does not load: PUT /v1/${path} → ${response.status} ${answer}`);
    return JSON.parse(answer);
  };

  for (const { id, body } of demoTenant.areas) await put(`areas/${id}`, body);
  for (const { id, body } of demoTenant.agents) await put(`agents/${id}`, body);
  await put(`teams/${demoTenant.team.id}`, demoTenant.team.body);
  await put("plan", demoTenant.plan);
  const { id, body } = demoTenant.source;
  const { key } = createdSource.parse(await put(`sources/${id}`, body));
  return { sourceKey: key };
}
