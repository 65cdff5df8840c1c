import * as z from "zod";
import type { Product } from "../../infra/local/product.ts";
import { benchTenant, leadNumber } from "./bench-tenant.ts";

const savedSource = z.object({ key: z.string() });
const answer = z.object({ status: z.literal("offered") });

/** Enters the tenant through the API. What is returned posts one more lead, of a person never seen, and checks the answer. */
export async function leadPoster({ url, token }: Product): Promise<() => Promise<void>> {
  const send = async (method: string, path: string, key: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  const admin = await token("admin", ["admin"]);
  const { agents, plan, source } = benchTenant;
  for (const { id, body } of agents) await send("PUT", `agents/${id}`, admin, body);
  await send("PUT", "plan", admin, plan);
  const { key } = savedSource.parse(await send("PUT", `sources/${source.id}`, admin, source.body));
  let number = 0;
  return async () => {
    number += 1;
    answer.parse(await send("POST", "leads", key, leadNumber(number)));
  };
}
