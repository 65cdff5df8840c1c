import type * as z from "zod";

/** A JSON value of the document. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = Readonly<Record<string, unknown>>;

/** Examples by a short name that says what they show. */
export type Examples = Readonly<Record<string, unknown>>;

/** A schema with a place of its own in `components`. */
export interface NamedSchema {
  /** In `components/schemas`; unique. */
  readonly id: string;
  readonly schema: z.ZodType;
  /** Requests show what may be left out; answers what is always there. Most primitives are the same in both. */
  readonly side: "request" | "answer" | "both";
  readonly description: string;
  /** Of the whole; each must parse (a test sees to it). */
  readonly examples?: Examples;
  /** What each field is, by its name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** JSON Schema that zod cannot express, such as "one of these two fields". */
  readonly also?: JsonObject;
}

export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonObject;
  readonly required?: boolean;
}

export interface RequestBody {
  readonly schema: NamedSchema;
  readonly description?: string;
  /** @default true */
  readonly required?: boolean;
  /** @default application/json only */
  readonly mediaTypes?: readonly string[];
}

export interface Answer {
  readonly description: string;
  /** Without one the answer has no body (or a page). */
  readonly schema?: NamedSchema;
  readonly page?: boolean;
  /** Also as a table, when it is asked for. */
  readonly csv?: boolean;
  readonly headers?: readonly AnswerHeader[];
}

export type AnswerHeader = "ETag" | "Location" | "Retry-After" | "RateLimit";

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 429 | 503;

/** What a route does, apart from what follows from its method, path and access. */
export interface Operation {
  /** Name for generated clients, unique. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly query?: readonly Parameter[];
  readonly body?: RequestBody;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Beyond those that follow from the route. */
  readonly problems?: readonly ProblemStatus[];
  /** Guarded by `If-Match`; what may not be there yet by `If-None-Match` too. */
  readonly versioned?: boolean;
  /** Has texts in the language of `Accept-Language`. */
  readonly localized?: boolean;
}

/** Everything that belongs together: a section of the document. */
export interface Resource {
  readonly tag: string;
  readonly about: string;
  readonly schemas: readonly NamedSchema[];
  /** By route, as in `shared/contract/routes.ts`. */
  readonly operations: Readonly<Record<string, Operation>>;
}
