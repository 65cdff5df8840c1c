import type { AgentFigures } from "../../schemas/figures.ts";

/** Figures as the API shows them: instants as ISO-8601. */
export type FiguresView = Omit<AgentFigures, "agentId" | "from" | "to"> & {
  readonly from: string;
  readonly to: string;
};

export function figuresView({ agentId, from, to, ...figures }: AgentFigures): FiguresView {
  return { ...figures, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
