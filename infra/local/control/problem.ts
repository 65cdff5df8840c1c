import type * as z from "zod";

/** An answer of RFC 9457, as the API itself gives it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(status: number, detail: string, errors: Problem["errors"] = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }

  body(): unknown {
    const { status, message: detail, errors } = this;
    return {
      type: "about:blank",
      title: titles[status] ?? "Error",
      status,
      detail,
      ...(errors.length > 0 ? { errors } : {}),
    };
  }
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  409: "Conflict",
  422: "Unprocessable Content",
  500: "Internal Server Error",
};

/** Parses a body; throws a 422 that points at each field that is wrong. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: ["", ...path.map(String)].join("/"),
    detail: message,
  }));
  throw new Problem(422, "The request does not have the form this endpoint takes.", errors);
}
