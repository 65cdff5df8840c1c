import type { Answered } from "../world.ts";
import type { Day } from "./day.ts";

/** An Idempotency-Key stands for 24 h. */
const keyLife = 23 * 3_600_000;

/** A sender tries again with the same key until it has an answer; every 2xx must be the same (I8). */
export async function sendLead(day: Day): Promise<void> {
  const { world, sent, chance, pick } = day;
  const standing = sent.filter(({ at }) => world.now() - at < keyLife);
  const again = standing.length > 0 && chance(0.15) ? pick(standing) : undefined;
  const key = again?.key ?? `key-${day.seed}-${world.now()}-${Math.floor(day.random() * 1e9)}`;
  const body = again?.body ?? leadOf(day);
  let answer = await post(day, key, body);
  for (let tries = 0; answer.status >= 409 && answer.status !== 422 && tries < 3; tries++) {
    answer = await post(day, key, body);
  }
  if (again?.answer && answer.status < 300 && JSON.stringify(again.answer.body) !== JSON.stringify(answer.body)) {
    day.fail(`I8 key ${key} was answered ${JSON.stringify(again.answer.body)}, now ${JSON.stringify(answer.body)}`);
  }
  if (!again) sent.push({ key, body, at: world.now(), ...(answer.status < 300 && { answer }) });
}

async function post(day: Day, key: string, body: unknown): Promise<Answered> {
  const answer = await day.said(
    `lead ${key}`,
    day.world.ask("POST", "/v1/leads", { as: { key: day.sourceKey }, body, headers: { "idempotency-key": key } }),
  );
  if (answer.status < 300) day.leadIds.add(String((answer.body as { readonly leadId: unknown }).leadId));
  return answer;
}

/** Few people, so that some enquire again. */
function leadOf(day: Day): unknown {
  const person = Math.floor(day.random() * day.tenant.persons);
  return {
    firstName: "Erika",
    lastName: `Mustermann ${person}`,
    email: `person${person}@example.com`,
    phone: `+4930230${String(10_000 + person)}`,
    ...day.tenant.newLead(day),
  };
}
