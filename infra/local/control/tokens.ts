import * as z from "zod";
import type { Cloud } from "../cloud.ts";
import { authorizersOf } from "../http-api/api-resource.ts";
import { parse } from "./problem.ts";

const tokenSchema = z.strictObject({
  username: z.string().min(1),
  groups: z.array(z.string().min(1)).default([]),
});

/** An access token as the user pool would give it after signing in. */
export async function issueToken({ template, issuer }: Cloud, body: unknown): Promise<{ token: string }> {
  const user = parse(tokenSchema, body);
  const [authorizer] = authorizersOf(template);
  const pool = { issuer: authorizer?.issuer ?? "", clientId: authorizer?.audience[0] ?? "" };
  return { token: await issuer.token(pool, user) };
}
