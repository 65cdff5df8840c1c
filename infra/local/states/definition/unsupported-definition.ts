/** One thing in a definition that the local runner does not run, or AWS would refuse. `pointer`: RFC 6901 JSON pointer. */
export interface DefinitionProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Thrown while a definition is loaded, with every problem found: nothing in a definition is ever ignored. */
export class UnsupportedDefinition extends Error {
  override readonly name = "UnsupportedDefinition";
  readonly problems: readonly DefinitionProblem[];

  constructor(stateMachineArn: string, problems: readonly DefinitionProblem[]) {
    super([stateMachineArn, ...problems.map(({ pointer, message }) => `  ${pointer || "/"}: ${message}`)].join("\n"));
    this.problems = problems;
  }
}

/** JSON pointer of a path; `/` and `~` in a key are escaped. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
