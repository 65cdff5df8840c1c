import type { EnvName } from "../contract/environment.ts";

/** A variable that the stack sets. Throws when it is missing: the function cannot start without it. */
export function variable(name: EnvName): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    throw new Error(`the environment variable ${name} is not set`);
  }
  return value;
}
