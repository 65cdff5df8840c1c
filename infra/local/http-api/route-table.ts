import type { ApiRoute } from "./api-resource.ts";

/** The route of a request, with the values in its path. */
export interface RouteMatch {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type FindRoute = (method: string, path: string) => RouteMatch | undefined;

interface Compiled {
  readonly route: ApiRoute;
  readonly method: string;
  readonly segments: readonly string[];
  /** Lower is more specific: fixed text before variables before `{rest+}`, a named method before ANY. */
  readonly rank: readonly number[];
}

const segmentsOf = (path: string): readonly string[] => path.split("/").slice(1);

const isVariable = (segment: string): boolean => segment.startsWith("{");
const isGreedy = (segment: string): boolean => segment.endsWith("+}");

function compile(route: ApiRoute): Compiled {
  const [method = "", path = ""] = route.key.split(" ");
  const segments = segmentsOf(path);
  const rank = [
    ...segments.map((segment) => (isGreedy(segment) ? 2 : isVariable(segment) ? 1 : 0)),
    method === "ANY" ? 1 : 0,
  ];
  return { route, method, segments, rank };
}

/** Finds routes as API Gateway does: the most specific match, `$default` last. */
export function createRouteTable(routes: readonly ApiRoute[]): FindRoute {
  const compiled = routes
    .filter(({ key }) => key !== "$default")
    .map(compile)
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const fallback = routes.find(({ key }) => key === "$default");

  return (method, path) => {
    for (const candidate of compiled) {
      if (candidate.method !== "ANY" && candidate.method !== method) continue;
      const pathParameters = matchSegments(candidate.segments, segmentsOf(path));
      if (pathParameters !== undefined) return { route: candidate.route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((rank, index) => rank !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function matchSegments(pattern: readonly string[], actual: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    if (isGreedy(segment)) {
      const rest = actual.slice(index).join("/");
      if (rest === "") return undefined;
      parameters[segment.slice(1, -2)] = rest;
      return parameters;
    }
    const value = actual[index];
    if (value === undefined) return undefined;
    if (isVariable(segment) && value !== "") parameters[segment.slice(1, -1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return pattern.length === actual.length ? parameters : undefined;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
