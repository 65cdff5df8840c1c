import * as z from "zod";
import { agent, timeOffInput } from "../shared/schemas/agent.ts";
import { area } from "../shared/schemas/area.ts";
import { buyer } from "../shared/schemas/buyer.ts";
import { source } from "../shared/schemas/source.ts";
import type { Configuration } from "../shared/usecases/ports/ports.ts";
import { UsageError } from "./usage-error.ts";

/** Everything but the plan that decides who can take a lead. */
export type Surroundings = Pick<Configuration, "agents" | "areas" | "sources" | "buyers" | "timeOff">;

/** As the API lists them: `agentId` (or `id`), and what only the API sets is passed over. */
const listed = <T extends z.ZodObject>(schema: T, id: string) =>
  z
    .array(
      z
        .looseObject({})
        .transform((item) => ownFields(schema, { version: 1, [id]: item.id, ...item }))
        .pipe(schema),
    )
    .default([]);

const teamFile = z.object({
  agents: listed(agent, "agentId"),
  areas: listed(area, "areaId"),
  sources: listed(source, "sourceId"),
  buyers: listed(buyer, "buyerId"),
  timeOff: z.array(z.looseObject({ agentId: z.string() })).default([]),
});

/** Agents, areas, sources and absences out of a file. @throws UsageError that names the place */
export function readTeam(json: unknown): Surroundings {
  const parsed = teamFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`The team: /${issue?.path.join("/")}: ${issue?.message}`);
  }
  const { agents, areas, sources, buyers, timeOff } = parsed.data;
  return {
    agents: byId(agents, ({ agentId }) => agentId),
    areas: byId(areas, ({ areaId }) => areaId),
    sources: byId(sources, ({ sourceId }) => sourceId),
    buyers: byId(buyers, ({ buyerId }) => buyerId),
    timeOff: timeOff.map((off, i) => {
      const { agentId, ...span } = off;
      const found = timeOffInput.safeParse({ from: span.from, to: span.to });
      if (!found.success) throw new UsageError(`The team: /timeOff/${i}: ${found.error.issues[0]?.message}`);
      const { from, to } = found.data;
      return { timeOffId: String(i), agentId, from: Date.parse(from), to: Date.parse(to) };
    }),
  };
}

function ownFields(schema: z.ZodObject, item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name in schema.shape));
}

function byId<T>(items: readonly T[], idOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [idOf(item), item]));
}
