import type { Locale } from "../../schemas/primitives.ts";
import type { Configuration, Ports } from "../../usecases/ports/ports.ts";
import type { Caller } from "./authorize.ts";

/** A request as handlers see it: read, parsed and authorized. */
export interface HttpRequest {
  /** As in `shared/contract/routes.ts`. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  /** Parsed JSON, or the fields of a form (several values of one name joined by `, `); undefined without a body. */
  readonly body: unknown;
  readonly rawBody: string;
  readonly sourceIp: string;
  readonly locale: Locale;
  /** The signed-in person; on `person` routes only (see `callerOf`). */
  readonly caller?: Caller;
}

export interface HttpReply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as a page instead. */
  readonly html?: string;
  /** Sent as a table instead, see `csvOf`; `name` is the file's, without its ending. */
  readonly csv?: { readonly name: string; readonly text: string };
  readonly headers?: Readonly<Record<string, string>>;
}

export type RouteHandler = (request: HttpRequest, ports: Ports) => Promise<HttpReply>;

/** The configuration a person's request was authorized with; read once per request. */
export type PersonHandler = (
  request: HttpRequest & { readonly caller: Caller },
  ports: Ports,
  config: Configuration,
) => Promise<HttpReply>;

/** Bodies above this are refused with 413. */
export const bodyLimitBytes = 256 * 1024;
