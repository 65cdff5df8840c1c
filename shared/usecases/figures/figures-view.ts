import type { AgentFigures } from "../../schemas/figures.ts";

/** Figures as the API shows them: instants as ISO-8601. */
export type FiguresView = Omit<AgentFigures, "agentId" | "from" | "to" | "workedSince"> & {
  readonly from: string;
  readonly to: string;
  readonly workedSince?: string;
};

export function figuresView({ agentId, from, to, workedSince, ...figures }: AgentFigures): FiguresView {
  return {
    ...figures,
    ...(workedSince !== undefined && { workedSince: new Date(workedSince).toISOString() }),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}
